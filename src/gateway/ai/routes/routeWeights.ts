import { suggestion } from '../../../base/nearest.js';
import type { Route } from './route.js';

interface RouteWeightsParts {
  /** The routes that classes go to. */
  readonly routes: readonly Route[];
  /** [service] */
  readonly serviceNames: readonly string[];
  /** Names of routes whose weights move by themselves. */
  readonly rolledOut: readonly string[];
}

/** Weights that policies give to the services of their routes: those that send requests to a policy's own service first. */
export class RouteWeights {
  readonly #parts: RouteWeightsParts;

  constructor(parts: RouteWeightsParts) {
    this.#parts = parts;
  }

  /** @param service the policy's own @returns what is wrong with the weights, and nothing is done; else undefined */
  send(service: number, weights: Readonly<Record<string, number>>): string | undefined {
    const { serviceNames, rolledOut } = this.#parts;
    const routes = this.#parts.routes.filter((route) => route.firstServices.includes(service));
    if (routes.length === 0) return `no route of \`ai\` has ${serviceNames[service]} in its \`to\``;
    const moved = routes.find(({ name }) => rolledOut.includes(name));
    if (moved !== undefined) return `the weights of route ${moved.name} move by its rollout`;
    const chooses = routes.find(({ chooser }) => chooser !== undefined);
    if (chooses !== undefined) return `route ${chooses.name} does not go by weights: its \`choose\` decides`;
    const known = [...new Set(routes.flatMap(({ firstServices }) => firstServices))].map((one) => serviceNames[one]);
    const unknown = Object.keys(weights).find((name) => !known.includes(name));
    if (unknown !== undefined)
      return `"${unknown}" is not in \`to\` of a route with ${serviceNames[service]}. ${suggestion(unknown, known)}`;
    const weightOf = (one: number) => (Object.hasOwn(weights, serviceNames[one]) ? weights[serviceNames[one]] : 0);
    const empty = routes.find(({ firstServices }) => firstServices.every((one) => weightOf(one) === 0));
    if (empty !== undefined) return `route ${empty.name} would have no weight above 0`;
    for (const route of routes)
      route.sendTo(route.firstServices.map((one) => ({ service: one, weight: weightOf(one) })));
    return undefined;
  }
}
