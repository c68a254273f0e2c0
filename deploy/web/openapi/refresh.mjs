// Fetches the services' own descriptions from a running stack and keeps them in this folder:
//   npm run refresh-openapi [-- PORT_OFFSET]
import { writeFile } from 'node:fs/promises'

const services = { order: 18103 }
const offset = Number(process.argv[2] ?? 0)

/** The same description is the same file: names in order, no machine's address. */
function inOrder(value) {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, inOrder(value[key])]))
}

for (const [name, port] of Object.entries(services)) {
  const address = `http://127.0.0.1:${port + offset}/v3/api-docs`
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  const { servers: _, ...description } = await answer.json()
  const file = new URL(`${name}.json`, import.meta.url)
  await writeFile(file, JSON.stringify(inOrder(description), null, 2) + '\n')
  console.log(`${name}.json: ${Object.keys(description.paths).length} paths`)
}
