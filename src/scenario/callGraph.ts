import { meanCalls } from '../gateway/calls/callPlan.js';
import { callsOfEntry } from '../gateway/calls/settings.js';
import { meanTurns } from '../traffic/sessions/settings.js';
import type { Scenario } from './schema.js';

type Classes = Scenario['requests'];

/** What a request of a class calls, and how often on average; of an agent its tools, which its last turn does not use. */
function madeBy(own: Classes[string] | undefined): { readonly request: string; readonly mean: number }[] {
  const { calls = [], agent } = own ?? {};
  const called = calls.flatMap(callsOfEntry).map((call) => ({ request: call.request, mean: meanCalls(call) }));
  if (agent?.tools === undefined) return called;
  const { request, perTurn } = agent.tools;
  return [...called, { request, mean: perTurn * (1 - 1 / meanTurns({ agent })) }];
}

/** Classes that requests of these classes reach, themselves included: each before those that it calls. There is no cycle. */
function callersFirst(requests: Classes, names: readonly string[]): string[] {
  const after: string[] = [];
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const { request } of madeBy(requests[name])) visit(request);
    after.push(name);
  };
  for (const name of names) visit(name);
  return after.reverse();
}

/** Request classes that requests of these classes call, directly or not, in the scenario's order. */
export function calledClasses(requests: Classes, callers: readonly string[]): string[] {
  const called = new Set(
    callersFirst(requests, callers).flatMap((name) => madeBy(requests[name]).map(({ request }) => request)),
  );
  return Object.keys(requests).filter((name) => called.has(name));
}

/** Requests of each class that an arrival of a class brings on average: its turns, and what these call. */
export function meanVisits(requests: Classes, name: string): Map<string, number> {
  const visits = new Map([[name, meanTurns(requests[name] ?? {})]]);
  for (const caller of callersFirst(requests, [name])) {
    const count = visits.get(caller) ?? 0;
    for (const { request, mean } of madeBy(requests[caller]))
      visits.set(request, (visits.get(request) ?? 0) + count * mean);
  }
  return visits;
}

/** Every way around the graph of calls, as the classes on it: the first is the last. */
export function callCycles(requests: Classes): string[][] {
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (name: string, way: readonly string[]): void => {
    const at = way.indexOf(name);
    if (at >= 0) cycles.push([...way.slice(at), name]);
    if (at >= 0 || done.has(name)) return;
    for (const entry of requests[name]?.calls ?? [])
      for (const { request } of callsOfEntry(entry)) visit(request, [...way, name]);
    done.add(name);
  };
  for (const name of Object.keys(requests)) visit(name, []);
  return cycles;
}
