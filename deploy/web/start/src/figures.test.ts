import { expect, it } from 'vitest'
import { figuresOf } from './figures'

const TEXT = `# HELP jvm_memory_used_bytes The amount of used memory
# TYPE jvm_memory_used_bytes gauge
jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 4.0E7
jvm_memory_used_bytes{area="heap",id="Eden Space"} 1000000.0
jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 9.0E7
http_server_requests_seconds_count{exception="none",method="GET",outcome="SUCCESS",status="200",uri="/admin/orders"} 12
http_server_requests_seconds_count{method="GET",outcome="SERVER_ERROR",status="503",uri="/admin/orders"} 2
http_server_requests_seconds_count{status="503",uri="/actuator/health/{*path}"} 7
http_server_requests_seconds_max{status="503"} 0.5
kaimen_dead_letters 3.0
`

it('reads how a service fares', () => {
  expect(figuresOf(TEXT)).toEqual({ heap: 41_000_000, requests: 14, failed: 2, deadLetters: 3 })
})

it('knows nothing of what is not told', () => {
  expect(figuresOf('jvm_memory_used_bytes{area="heap"} NaN\nnonsense')).toEqual({
    heap: null,
    requests: 0,
    failed: 0,
    deadLetters: 0,
  })
})
