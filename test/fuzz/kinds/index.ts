import type { AnyFuzzKind } from '../fuzzKind.js';
import { builtCommand } from './builtCommand.js';
import { commandLines } from './commandLines.js';
import { logs, observations, prometheusAnswers, traces } from './dataFiles.js';
import { blobBytes, documentBytes, documentTrees } from './documents.js';
import { expressions } from './expressions.js';
import { k6Options, k6Scripts } from './k6Scripts.js';
import { luaPrograms } from './luaPrograms.js';
import { luaTexts } from './luaTexts.js';
import { manifestBytes, manifestTrees } from './manifests.js';
import { scenarioTexts } from './scenarioTexts.js';
import { scenarioTrees } from './scenarioTrees.js';
import { scriptPolicies } from './scriptPolicies.js';

/** Every kind of input that shares the whole count. */
export const fuzzKinds: readonly AnyFuzzKind[] = [
  luaPrograms,
  luaTexts,
  manifestBytes,
  manifestTrees,
  scenarioTrees,
  scenarioTexts,
  traces,
  logs,
  prometheusAnswers,
  observations,
  documentTrees,
  documentBytes,
  blobBytes,
  expressions,
  k6Options,
  k6Scripts,
  commandLines,
  scriptPolicies,
  builtCommand,
];
