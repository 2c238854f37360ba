import { cloudWatchReader } from './cloudwatch/cloudWatchReader.js';
import { csvReader } from './csv/csvReader.js';
import type { EvidenceReader } from './evidenceReader.js';
import { groupReader } from './group/groupReader.js';
import { kubernetesReader } from './kubernetes/kubernetesReader.js';
import { k6CsvReader, k6JsonReader } from './loadTest/k6SampleReader.js';
import { k6ScriptReader } from './loadTest/k6ScriptReader.js';
import { k6SummaryReader } from './loadTest/k6SummaryReader.js';
import { logReader } from './log/logReader.js';
import { modelServerReader } from './modelServer/modelServerReader.js';
import { policyReader } from './policy/policyReader.js';
import { prometheusReader } from './prometheus/prometheusReader.js';
import { realRunReader } from './realRun/realRunReader.js';
import { scenarioReader } from './scenario/scenarioReader.js';

/** Every form of file that is read as evidence; the first that recognises a file reads it. */
export const evidenceReaders: readonly EvidenceReader[] = [
  realRunReader,
  modelServerReader,
  prometheusReader,
  cloudWatchReader,
  groupReader,
  kubernetesReader,
  scenarioReader,
  k6SummaryReader,
  k6JsonReader,
  k6CsvReader,
  k6ScriptReader,
  policyReader,
  csvReader,
  logReader,
];
