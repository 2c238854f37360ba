import { type Problem, ProblemError, sortProblems } from '../../../base/problem.js';
import { loadLabel, type MeasuredLoad, type ServerFacts } from '../../../calibrate/measuredLoad.js';
import { isMetricsDump } from '../../../calibrate/metricsDump.js';
import { readMeasurement } from '../../../calibrate/readMeasurements.js';
import { inputChunks } from '../../readInput.js';
import type { EvidenceReader } from '../evidenceReader.js';
import type { EvidenceWarning } from '../warning.js';

/** What `calibrate` reads, too: benchmarks of a vLLM server, and its own counters. */
export const modelServerReader: EvidenceReader = {
  name: 'model-server',
  summary: 'results of vllm bench serve, /metrics of a vLLM server, tables of its loads',
  recognises: ({ text, jsonKeys }) =>
    isMetricsDump(text) ||
    (jsonKeys.includes('total_output_tokens') && jsonKeys.includes('request_throughput')) ||
    /^(?:\s*#.*\n)*[^\n{]*\bprompt_tokens\b[^\n{]*\boutput_tokens\b/.test(text),
  read(file) {
    const { loads, facts, problems, warnings } = readMeasurement([...inputChunks(file)].join(''), file);
    if (problems.length > 0) throw new ProblemError(sortProblems(problems));
    const evidence = { kind: 'model-server', file, summary: summaryOf(loads, facts), loads, facts } as const;
    return { evidence: [evidence], warnings: warnings.map(warningOf) };
  },
};

function summaryOf(loads: readonly MeasuredLoad[], { modelId, promptTokens, kvBlocks }: ServerFacts): string {
  const whose = modelId === undefined ? 'a model server' : `a server of ${modelId}`;
  if (loads.length > 0) return `benchmark of ${whose}: ${loads.map(loadLabel).join('; ')}`;
  const parts = [
    ...(promptTokens === undefined ? [] : [`${promptTokens.count} requests`]),
    ...(kvBlocks === undefined ? [] : [`${kvBlocks} KV blocks`]),
  ];
  return `/metrics of ${whose}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}; they count from its start and say no rate`;
}

function warningOf({ code, where, what, why }: Problem): EvidenceWarning {
  return { code, where, what, assumed: `as it is: ${why.replace(/\.$/, '')}` };
}
