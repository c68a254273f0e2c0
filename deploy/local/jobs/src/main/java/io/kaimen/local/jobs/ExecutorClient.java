package io.kaimen.local.jobs;

import com.xxl.job.core.constant.Const;
import com.xxl.job.core.constant.ExecutorBlockStrategyEnum;
import com.xxl.job.core.glue.GlueTypeEnum;
import com.xxl.job.core.openapi.ExecutorBiz;
import com.xxl.job.core.openapi.model.IdleBeatRequest;
import com.xxl.job.core.openapi.model.TriggerRequest;
import com.xxl.tool.http.HttpTool;
import com.xxl.tool.response.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Speaks to executors with xxl-job's own client. */
final class ExecutorClient {

    private static final int TIMEOUT_SECONDS = 3;

    private final String accessToken;

    ExecutorClient(String accessToken) {
        this.accessToken = accessToken;
    }

    /** Starts a run; answers why not when the executor did not take it. */
    Optional<String> run(String address, Schedule schedule, long logId, Instant now) {
        var request = new TriggerRequest();
        request.setJobId(schedule.jobId());
        request.setExecutorHandler(schedule.handler());
        request.setExecutorParams("");
        request.setExecutorBlockStrategy(ExecutorBlockStrategyEnum.SERIAL_EXECUTION.name());
        request.setExecutorTimeout(0);
        request.setLogId(logId);
        request.setLogDateTime(now.toEpochMilli());
        request.setGlueType(GlueTypeEnum.BEAN.name());
        request.setGlueSource("");
        request.setGlueUpdatetime(now.toEpochMilli());
        request.setBroadcastIndex(0);
        request.setBroadcastTotal(1);
        return ask(address, executor -> executor.run(request));
    }

    /** Whether the executor answers that it still runs or waits to run this job. */
    boolean isBusy(String address, int jobId) {
        return ask(address, executor -> executor.idleBeat(new IdleBeatRequest(jobId)))
                .filter(answer -> !answer.startsWith(UNREACHABLE))
                .isPresent();
    }

    private static final String UNREACHABLE = "cannot be reached: ";

    private Optional<String> ask(String address, Function<ExecutorBiz, Response<String>> question) {
        try {
            var executor =
                    HttpTool.createClient()
                            .url(address)
                            .timeout(TIMEOUT_SECONDS * 1000)
                            .header(Const.XXL_JOB_ACCESS_TOKEN, accessToken)
                            .proxy(ExecutorBiz.class);
            var answer = question.apply(executor);
            return answer.isSuccess()
                    ? Optional.empty()
                    : Optional.of(String.valueOf(answer.getMsg()));
        } catch (RuntimeException e) {
            return Optional.of(UNREACHABLE + e.getMessage());
        }
    }
}
