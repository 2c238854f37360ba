import type { Candidate } from '../../analysis/study.js';
import { graphDetails, graphFinding } from '../../callWords.js';
import { capital, formatMilliseconds, formatNumber, formatPercent } from '../../format.js';
import { drawCallGraph } from '../charts/callGraph.js';
import { drawLatencyShares } from '../charts/latencyShares.js';
import { graphCandidates } from '../data/callGraphData.js';
import { serverWidth } from '../drawing.js';
import { escapeHtml } from '../escape.js';
import { policyHtml } from '../phraseHtml.js';
import { placeClass } from '../policyStyle.js';
import { figureHtml } from './figure.js';
import { headingHtml, type SectionContext, scrollHtml } from './section.js';

/** Who calls whom, who is full, and where the latency goes; empty where no class calls. */
export function callGraphSection(context: SectionContext): string {
  const { study } = context;
  const drawn = graphCandidates(study);
  if (drawn.length === 0) return '';
  const [{ candidate, graph }] = drawn;
  const isOne = drawn.length === 1;
  const title = graphFinding(graph, study.scenario);
  const how =
    'A service is filled as far as its CPU or its slots are busy. On an arrow: tries a second, × tries for each request of users, then what its caller saw. Slots stay held while a service waits for its calls.';
  const details = [
    ...graphDetails(graph).map((text) => `<li>${escapeHtml(`${text}.`)}</li>`),
    ...drawn.slice(1).flatMap((one) => {
      const text = `: ${graphFinding(one.graph, study.scenario)}.`;
      const name = policyHtml(one.candidate.name, study);
      const { place } = one.candidate;
      return (one.graph.cause ?? one.graph.narrowPool) === undefined
        ? []
        : [`<li class="p ${placeClass(place)}">Under ${name}${escapeHtml(text)}</li>`];
    }),
  ];
  const list = details.length === 0 ? '' : `<ul class="notices">${details.join('')}</ul>`;
  const caption = isOne ? '' : captionHtml(candidate, context);
  const others = drawn
    .slice(1)
    .map(
      (one, index) =>
        `<div class="p ${placeClass(one.candidate.place)}">${captionHtml(one.candidate, context)}${graphHtml(index + 1, context)}</div>`,
    );
  const folded =
    others.length === 0
      ? ''
      : `<details class="more"><summary>The graph under the other policies</summary>${others.join('')}</details>`;
  return `<section>${headingHtml(context, { id: 'calls', title: isOne ? capital(title) : `${candidate.label}: ${title}`, how })}${list}${caption}${graphHtml(0, context)}${folded}${sharesHtml(context)}${tableHtml(context)}</section>`;
}

function captionHtml({ name }: Candidate, { study }: SectionContext): string {
  return `<p class="how">Calls under ${policyHtml(name, study)}</p>`;
}

function graphHtml(index: number, context: SectionContext): string {
  const data = context.charts.callGraphs[index];
  const svg = drawCallGraph(data, { document: context.drawing.document, width: serverWidth.full });
  const description = [
    ...data.nodes.map(({ name, lines }) => `${name}: ${lines.join(', ')}`),
    ...data.edges.map(({ from, to, lines }) => `${from} to ${to}: ${lines.join(', ')}`),
  ].join('; ');
  return figureHtml(context, { chart: 'callGraph', id: 'calls', description, svg, index });
}

function sharesHtml(context: SectionContext): string {
  const { latencyShares } = context.charts;
  if (latencyShares === null) return '';
  const svg = drawLatencyShares(latencyShares, { document: context.drawing.document, width: serverWidth.full });
  const description = latencyShares.bars
    .map(({ name, parts }) => `${name}: ${parts.map(({ service, text }) => `${service} ${text}`).join(', ')}`)
    .join('; ');
  return `<p class="how">Where the time of the requests of users goes, arrival to outcome, by the service that they wait in or are served by. Of calls at once the slowest counts; the largest part stands out.</p>${figureHtml(context, { chart: 'latencyShares', id: 'calls', description, svg })}`;
}

/** Every edge by its classes: the picture adds up those between two services. */
function tableHtml(context: SectionContext): string {
  const { study } = context;
  const rows = graphCandidates(study).flatMap(({ candidate }) =>
    (candidate.policy.callGraph?.edges ?? []).map((edge) => {
      const share = (ratio: number | null) => (ratio === null ? 'n/a' : formatPercent(100 * ratio));
      const milliseconds = (value: number | null) => (value === null ? 'n/a' : formatMilliseconds(value));
      const cells = [
        formatNumber(edge.calls_per_second),
        formatNumber(edge.tries_per_second),
        edge.tries_per_request === null ? 'n/a' : formatNumber(edge.tries_per_request),
        share(edge.failed_ratio),
        share(edge.timed_out_ratio),
        share(edge.forgotten_ratio),
        milliseconds(edge.latency_mean_ms),
        milliseconds(edge.latency_p95_ms),
      ].map((cell) => `<td class="number">${escapeHtml(cell)}</td>`);
      const end = (service: string, name: string) => `${escapeHtml(service)} <small>${escapeHtml(name)}</small>`;
      return `<tr class="p ${placeClass(candidate.place)}"><th scope="row">${policyHtml(candidate.name, study)}</th><td>${end(edge.from, edge.from_class)}</td><td>${end(edge.to, edge.to_class)}</td>${cells.join('')}</tr>`;
    }),
  );
  const heads = ['Calls/s', 'Tries/s', 'Tries a request', 'Failed', 'Tries timed out', 'Nobody waited', 'Mean', 'p95'];
  const head = `<tr><th scope="col">Policy</th><th scope="col">From</th><th scope="col">To</th>${heads.map((text) => `<th scope="col" class="number">${text}</th>`).join('')}</tr>`;
  return `<details class="more"><summary>All calls by class</summary>${scrollHtml(context, 'All calls by class', `<table class="wide"><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`)}</details>`;
}
