import { createHash } from 'node:crypto';
import { exitCode } from '../base/exitCode.js';
import { dataEndings, endsIn } from '../base/fileEndings.js';
import { ProblemError } from '../base/problem.js';
import { shippedLabel } from '../base/shippedFiles.js';
import { namedCandidates } from './namedCandidates.js';
import { type PolicyName, type PolicyReference, policiesOf } from './parsePolicySpec.js';
import { type Params, PolicyFault } from './policy.js';
import { policyPlace } from './policyFiles.js';
import { type Candidate, type FileSpec, membersOf, type PolicySpec, type SinglePolicySpec } from './policySpec.js';
import { readPolicyFile } from './readPolicyFile.js';
import { bundleTypeScriptPolicy } from './typescript/bundleTypeScriptPolicy.js';

interface CandidateRequest {
  /** `--policy` texts, or a scenario's `policies`; see `namedCandidates`. */
  readonly texts: readonly string[];
  /** Paths are relative to this folder. */
  readonly baseFolder: string;
  /** Of the scenarios: `web=hpa.yaml` binds one of them, or is a label; see `parsePolicySpec`. */
  readonly serviceNames?: readonly string[];
  /** Files must lie in this folder, if given. */
  readonly forbidOutsideOf?: string;
  /** `--metric`: manifests' names of metrics, and the scenario's. */
  readonly metricNames?: Readonly<Record<string, string>>;
}

/** A policy's source, as it goes to the workers. */
interface SourceText {
  readonly fileName: string;
  /** For messages: as the user wrote it, or that of a policy of this package. */
  readonly path: string;
  readonly code: string;
  readonly loadFault?: string;
}

/**
 * The candidates that `--policy` texts name, ready to cross to workers: every file is read once and bundled here.
 *
 * @throws ProblemError with exit code 2 for a text that is none or a double name, 104 for a file that cannot be used
 */
export async function resolveCandidates({
  texts,
  baseFolder,
  forbidOutsideOf,
  serviceNames,
  metricNames = {},
}: CandidateRequest): Promise<Candidate[]> {
  const references = namedCandidates(texts, { baseFolder, serviceNames });
  const sources = new Map<string, Promise<SourceText>>();
  const readOnce = (target: string): Promise<SourceText> => {
    const { path } = policyPlace(target, baseFolder);
    const source = sources.get(path) ?? readSource(target, { baseFolder, forbidOutsideOf });
    sources.set(path, source);
    return source;
  };
  const candidates: Candidate[] = [];
  for (const { name, references: parts } of references) {
    const bindings: Record<string, PolicySpec> = {};
    for (const part of parts) {
      const members: SinglePolicySpec[] = [];
      for (const one of policiesOf(part)) members.push(await toSpec(one, readOnce, metricNames));
      bindings[part.serviceName] = members.length === 1 ? members[0] : { kind: 'several', members };
    }
    candidates.push(makeCandidate(name, parts, bindings));
  }
  return candidates;
}

async function toSpec(
  { target, params }: PolicyName,
  readOnce: (target: string) => Promise<SourceText>,
  metricNames: Readonly<Record<string, string>>,
): Promise<SinglePolicySpec> {
  if (target === 'none') return { kind: 'none' };
  if (/^static(:|$)/.test(target)) return { kind: 'static', count: readStaticCount(target) };
  if (target === 'oracle') return { kind: 'oracle' };
  const source = await readOnce(target);
  // Which platform they are for is told by their content.
  if (endsIn(source.fileName, dataEndings)) {
    const { fileName, path, code } = source;
    return { kind: 'manifest', fileName, path, code, params, metricNames };
  }
  return specOf(source, params);
}

/** A file of code with its parameters. */
export function specOf(source: SourceText, params: Params): FileSpec {
  const kind = endsIn(source.fileName, ['lua']) ? 'lua' : 'typescript';
  return { kind, ...source, params };
}

function readStaticCount(target: string): number {
  const text = target.slice('static:'.length);
  if (/^\d+$/.test(text) && Number.isSafeInteger(Number(text))) return Number(text);
  const what = `"${target}" names no count`;
  const why = 'static:N keeps N instances for the whole run.';
  throw new ProblemError(
    [{ code: 'policy-spec', where: { path: '--policy' }, what, why, fix: 'Write for example static:6.' }],
    exitCode.wrongUsage,
  );
}

interface SourcePlace {
  readonly baseFolder: string;
  readonly forbidOutsideOf?: string | undefined;
}

/** A file by its path or by the name of one of this package, bundled. @throws ProblemError with exit code 104 */
export async function readSource(target: string, { baseFolder, forbidOutsideOf }: SourcePlace): Promise<SourceText> {
  const { path, isShipped } = policyPlace(target, baseFolder);
  const shown = isShipped ? shippedLabel('policies', path) : target;
  const isFree = isShipped || forbidOutsideOf === undefined;
  const { fileName, text } = readPolicyFile({ path, shown, ...(isFree ? {} : { forbidOutsideOf }) });
  if (endsIn(fileName, ['lua', ...dataEndings])) return { fileName, path: shown, code: text };
  try {
    return { fileName, path: shown, code: await bundleTypeScriptPolicy({ path, code: text }) };
  } catch (thrown) {
    // A policy that cannot be bundled fails when it is loaded, like any other: the other candidates still run.
    if (thrown instanceof PolicyFault) return { fileName, path: shown, code: text, loadFault: thrown.message };
    throw thrown;
  }
}

function makeCandidate(
  name: string,
  parts: readonly PolicyReference[],
  bindings: Readonly<Record<string, PolicySpec>>,
): Candidate {
  const hash = createHash('sha256');
  const fileNames: string[] = [];
  const params: [string, number | string | boolean][] = [];
  const all = parts.flatMap((part) => {
    const specs = membersOf(bindings[part.serviceName]);
    return policiesOf(part).map((policy, index) => ({ ...policy, spec: specs[index], serviceName: part.serviceName }));
  });
  for (const { spec, target, serviceName, params: own } of all) {
    const isFile = 'code' in spec;
    const source = isFile ? spec.fileName : target;
    if (!fileNames.includes(source)) fileNames.push(source);
    const entries = Object.entries(own).sort(([a], [b]) => (a < b ? -1 : 1));
    const mapped = spec.kind === 'manifest' ? Object.entries(spec.metricNames) : [];
    const content = [serviceName, source, isFile ? spec.code : '', entries];
    hash.update(JSON.stringify(mapped.length === 0 ? content : [...content, mapped]));
    // With several parts a parameter is named with its service, with several policies of a service with its file: two may have one.
    const owner = all.length > parts.length ? `${source}.` : parts.length > 1 ? `${serviceName}.` : '';
    for (const [key, value] of entries) params.push([`${owner}${key}`, value]);
  }
  return { name, source: fileNames.join(';'), hash: hash.digest('hex'), params: Object.fromEntries(params), bindings };
}
