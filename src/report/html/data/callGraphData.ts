import { type GraphEdge, type GraphOfPolicy, type GraphService, graphOf } from '../../analysis/callGraph.js';
import type { Candidate, Study } from '../../analysis/study.js';
import { counted, formatMilliseconds, formatNumber, formatPercent } from '../../format.js';
import type { CallGraphData, GraphEdgeData, GraphNodeData } from '../charts/graphData.js';
import type { LatencySharesData } from '../charts/latencyShares.js';

/** The graph of every policy that has one, the one that others are compared with first. */
export function callGraphDataOf(study: Study): CallGraphData[] {
  return graphCandidates(study).map(({ candidate, graph }) => graphDataOf(graph, candidate.place));
}

/** What is drawn of one graph. */
export function graphDataOf({ services, edges }: GraphOfPolicy, place: number): CallGraphData {
  const most = Math.max(...edges.map(({ triesPerSecond }) => triesPerSecond));
  return { place, nodes: services.map(nodeOf), edges: edges.map((edge) => edgeOf(edge, most)) };
}

/** Policies with a graph in the order in which they are drawn. */
export function graphCandidates({ ranked, reference }: Study): {
  readonly candidate: Candidate;
  readonly graph: GraphOfPolicy;
}[] {
  const first = ranked.filter((one) => one === reference);
  const others = ranked.filter((one) => one !== reference);
  return [...first, ...others].flatMap((candidate) => {
    const graph = graphOf(candidate.policy);
    return graph === undefined ? [] : [{ candidate, graph }];
  });
}

function nodeOf(service: GraphService): GraphNodeData {
  const { name, depth, requestsPerSecond, cpuRatio, slotsRatio, getsNothing, saturation } = service;
  const used = [cpuRatio, slotsRatio].filter((ratio) => ratio !== undefined);
  return {
    name,
    depth,
    entry: requestsPerSecond > 0 ? `${formatNumber(requestsPerSecond)}/s` : '',
    use: used.length === 0 ? null : Number(Math.min(1, Math.max(...used)).toFixed(3)),
    lines: linesOf(service),
    isSaturated: saturation !== undefined,
    getsNothing,
  };
}

function linesOf(service: GraphService): string[] {
  if (service.isProvider) return ['provider'];
  return service.getsNothing ? ['gets nothing'] : [useText(service), secondText(service)];
}

function useText({ cpuRatio, slotsRatio }: GraphService): string {
  const parts = [
    cpuRatio === undefined ? undefined : `CPU ${percent(cpuRatio)}`,
    slotsRatio === undefined ? undefined : `slots ${percent(slotsRatio)}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? 'no limit' : parts.join(', ');
}

function secondText({ saturation, saturatedRatio, waiting = 0, instances }: GraphService): string {
  if (saturation !== undefined) return `saturated ${percent(saturatedRatio)} of time`;
  if (waiting >= 0.05) return `${formatNumber(Number(waiting.toPrecision(2)))} waiting`;
  return instances === undefined ? 'nobody waits' : counted(Math.round(instances), 'instance');
}

function edgeOf(
  { from, to, triesPerSecond, triesPerRequest, failedRatio, latencyP95Ms, pool }: GraphEdge,
  most: number,
): GraphEdgeData {
  const factor = triesPerRequest === undefined ? '' : ` ×${Number(triesPerRequest.toPrecision(2))}`;
  return {
    from,
    to,
    weight: most === 0 ? 0 : Number((triesPerSecond / most).toFixed(3)),
    lines: [
      `${formatNumber(triesPerSecond)}/s${factor}`,
      ...(latencyP95Ms === undefined ? [] : [`p95 ${formatMilliseconds(latencyP95Ms)}`]),
      ...(failedRatio === undefined || failedRatio < 0.0005 ? [] : [`${percent(failedRatio)} fail`]),
      ...(pool === undefined ? [] : [`pool of ${pool.size}: ${percent(pool.full_ratio)} full`]),
    ],
  };
}

function percent(share: number): string {
  return formatPercent(share * 100);
}

/** Which service the time of the requests went to, one bar a policy. */
export function latencySharesDataOf(study: Study): LatencySharesData | undefined {
  const bars = graphCandidates(study).flatMap(({ candidate, graph }) => {
    const parts = graph.services.flatMap(({ name, latencyShare = 0, latencyPartMs }) =>
      latencyShare < 0.0005 || latencyPartMs === undefined
        ? []
        : [
            {
              service: name,
              share: latencyShare,
              text: `${percent(latencyShare)}, ${formatMilliseconds(latencyPartMs)}`,
            },
          ],
    );
    if (parts.length === 0) return [];
    const total = graph.services.reduce((sum, { latencyPartMs = 0 }) => sum + latencyPartMs, 0);
    const { label: name, place, style } = candidate;
    return [{ name, place, color: style.color, parts, total: formatMilliseconds(total) }];
  });
  return bars.length === 0 ? undefined : { bars };
}
