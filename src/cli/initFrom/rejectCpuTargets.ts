import { ProblemError } from '../../base/problem.js';
import type { Target } from '../../derive/target.js';

/** A share of requested CPU says nothing of a model server, and the scenario has no CPU of one. @throws ProblemError */
export function rejectCpuTargets({ autoscalers }: Target): void {
  const wrong = autoscalers.filter(({ found }) =>
    (found.manifest.shares ?? []).some(({ resource }) => resource === 'cpu'),
  );
  if (wrong.length === 0) return;
  throw new ProblemError(
    wrong.map(({ evidence, found }) => ({
      code: 'cpu-target-on-gpus',
      where: { file: evidence.file },
      what: `${found.manifest.name} holds a share of CPU, and its pods are model servers`,
      why: 'Their load is on the GPU: CPU stays nearly the same whatever waits, so it would never scale.',
      fix: 'leave it out, or scale on vllm:num_requests_waiting, as policies/llm/keda-vllm-queue.yaml does.',
    })),
  );
}
