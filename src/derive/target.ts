import { nearest } from '../base/nearest.js';
import type { Place, Problem } from '../base/problem.js';
import type { Evidence, ManifestEvidence, PodStart } from '../imports/evidence/evidence.js';
import type { GroupEvidence } from '../imports/evidence/group/groupEvidence.js';
import type { PolicyEvidence } from '../imports/evidence/policy/policyEvidence.js';
import type { EvidenceWarning } from '../imports/evidence/warning.js';
import { isTargetOf, lastPartOf } from '../platforms/chooseManifest.js';
import type { FoundManifest } from '../platforms/documentSet.js';
import type { Workload } from '../platforms/readWorkloads.js';
import { probeWarnings } from './probes.js';

/** An autoscaler's manifest and the file it stands in. */
export interface AutoscalerFile {
  readonly evidence: ManifestEvidence;
  readonly found: FoundManifest;
}

/** What the files say of the one service that the scenario is about. */
export interface Target {
  readonly service: string;
  readonly workload: Workload | undefined;
  readonly autoscalers: readonly AutoscalerFile[];
  readonly group: GroupEvidence | undefined;
  readonly policies: readonly PolicyEvidence[];
  readonly starts: readonly PodStart[];
  readonly warnings: readonly EvidenceWarning[];
  /** Why it cannot be said which service is meant. */
  readonly problems: readonly Problem[];
}

/**
 * Which service the files are about: what an autoscaler scales, else a scaling group, else the only workload, else whose pods they are.
 *
 * An autoscaler of another workload, pods of another one and the like are told and left out; nothing is taken for granted because
 * it lies beside.
 *
 * @param asked the user's `--set service=NAME`
 */
export function targetOf(evidence: readonly Evidence[], asked: string | undefined): Target {
  const manifests = evidence.filter((one) => one.kind === 'manifests');
  const groups = evidence.filter((one) => one.kind === 'scaling-group');
  const policies = evidence.filter((one) => one.kind === 'policy');
  const pods = evidence.flatMap((one) => (one.kind === 'pods' ? [one] : []));
  const autoscalers = manifests.flatMap((one) => one.manifests.map((found) => ({ evidence: one, found })));
  const workloads = manifests.flatMap((one) => one.workloads.map((workload) => ({ file: one.file, workload })));
  const scaled = distinct(autoscalers.flatMap(({ found }) => found.manifest.target ?? []).map(lastPartOf));
  const candidates = [
    scaled,
    distinct(groups.map(({ name }) => name)),
    distinct(workloads.map(({ workload }) => workload.name)),
    distinct(pods.flatMap((one) => one.pods.flatMap(({ workload }) => workload ?? []))),
  ].map((names) => names.filter((name) => name !== ''));
  const names = candidates.find((one) => one.length > 0) ?? [];
  const known = distinct(candidates.flat());
  const unnamed = evidence.some(({ kind }) => kind === 'model-server') ? 'llm' : 'web';
  const name = asked ?? (names.length === 1 ? names[0] : (onlyComplete(names, workloads) ?? names[0] ?? unnamed));
  const isOpen = asked === undefined && names.length > 1 && onlyComplete(names, workloads) === undefined;
  const wrongName = asked !== undefined && known.length > 0 && !known.includes(asked);
  const isOurs = ({ found: { manifest } }: AutoscalerFile) =>
    manifest.target === undefined || isTargetOf(manifest.target, name);
  const group = groups.find((one) => one.name === name) ?? (groups.length === 1 ? groups[0] : undefined);
  const workload = workloads.find((one) => one.workload.name === name)?.workload;
  const starts = pods.flatMap((one) => one.pods.filter((pod) => pod.workload === null || pod.workload === name));
  const left: EvidenceWarning[] = [
    ...autoscalers.filter((one) => !isOurs(one)).map(otherAutoscaler(name)),
    ...workloads.filter((one) => one.workload.name !== name).map(otherWorkload(name, workload !== undefined)),
    ...groups.filter((one) => one !== group).map((one) => unused(one.file, `the group "${one.name}"`, name)),
    ...pods.flatMap((one) => podWarnings(one, name)),
    ...(workload === undefined ? [] : probeWarnings(workload)),
    ...withoutWorkload(autoscalers.filter(isOurs), { workload, workloads: workloads.map((one) => one.workload) }),
  ];
  return {
    service: nameOf(name),
    workload,
    autoscalers: autoscalers.filter(isOurs),
    group,
    policies,
    starts,
    warnings: left,
    problems: [
      ...(isOpen ? [whichService(names, manifests[0]?.file)] : []),
      ...(wrongName ? [unknownService(asked, known)] : []),
    ],
  };
}

interface FiledWorkload {
  readonly file: string;
  readonly workload: Workload;
}

/** Of several scaled services the only one whose workload is there, too. */
function onlyComplete(names: readonly string[], workloads: readonly FiledWorkload[]): string | undefined {
  const complete = names.filter((name) => workloads.some(({ workload }) => workload.name === name));
  return complete.length === 1 ? complete[0] : undefined;
}

/** A name that a scenario may have. */
export function nameOf(text: string): string {
  return text.replace(/[^0-9a-zA-Z_-]/g, '_') || 'web';
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}

const otherAutoscaler =
  (service: string) =>
  ({ evidence, found }: AutoscalerFile): EvidenceWarning => ({
    code: 'another-autoscaler',
    where: { file: evidence.file },
    what: `${found.manifest.name} scales "${found.manifest.target}", not "${service}"`,
    assumed: 'nothing of it',
  });

const otherWorkload =
  (service: string, isKnown: boolean) =>
  ({ workload }: FiledWorkload): EvidenceWarning => ({
    code: 'another-workload',
    where: placeOf(workload),
    what: `${workload.kind} "${workload.name}" is not "${service}"${isKnown ? '' : ', which the files scale and do not describe'}`,
    assumed: 'nothing of it',
  });

function placeOf(workload: Workload): Place {
  const { file, line } = workload.placeOf([]);
  return { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) };
}

function unused(file: string, what: string, service: string): EvidenceWarning {
  return { code: 'another-service', where: { file }, what: `${what} is not "${service}"`, assumed: 'nothing of it' };
}

function podWarnings(one: Extract<Evidence, { kind: 'pods' }>, service: string): EvidenceWarning[] {
  const others = distinct(one.pods.flatMap(({ workload }) => workload ?? [])).filter((name) => name !== service);
  if (others.length === 0) return [];
  const shown =
    others.length > 3 ? `${others.slice(0, 3).join(', ')} and ${others.length - 3} more` : others.join(', ');
  return [unused(one.file, `pods of ${shown}: each`, service)];
}

function withoutWorkload(
  autoscalers: readonly AutoscalerFile[],
  { workload, workloads }: { readonly workload: Workload | undefined; readonly workloads: readonly Workload[] },
): EvidenceWarning[] {
  const [first] = autoscalers;
  const needs = autoscalers.some(({ found }) => (found.manifest.shares ?? []).length > 0);
  if (first === undefined || workload !== undefined || !needs) return [];
  const beside = workloads.length === 0 ? 'no Deployment is among the files' : 'its Deployment is not among the files';
  return [
    {
      code: 'no-workload',
      where: { file: first.evidence.file },
      what: `${first.found.manifest.name} holds a share of what pods request, and ${beside}`,
      assumed: 'a request, listed among the assumptions; name the Deployment with --from to know it',
    },
  ];
}

function whichService(names: readonly string[], file: string | undefined): Problem {
  return {
    code: 'which-service',
    where: file === undefined ? {} : { file },
    what: `the files are about ${names.length} services: ${names.join(', ')}`,
    why: 'Recorded traffic and CPU are those of one service, and it is not clear of which.',
    fix: `add --set service=${names[0]}, or name the files of one service.`,
  };
}

function unknownService(asked: string, known: readonly string[]): Problem {
  const close = nearest(asked, known);
  return {
    code: 'unknown-service',
    where: {},
    what: `--set service=${asked}: no file is about it`,
    why: 'Requests, bounds and starts are those of a workload in the files.',
    fix: `${close === undefined ? '' : `did you mean ${close}? `}Known: ${known.join(', ')}.`,
  };
}
