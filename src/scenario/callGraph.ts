import { meanCalls } from '../gateway/calls/callPlan.js';
import { callsOfEntry } from '../gateway/calls/settings.js';
import type { Scenario } from './schema.js';

type Classes = Scenario['requests'];

/** Classes that requests of these classes reach, themselves included: each before those that it calls. There is no cycle. */
function callersFirst(requests: Classes, names: readonly string[]): string[] {
  const after: string[] = [];
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const entry of requests[name]?.calls ?? []) for (const { request } of callsOfEntry(entry)) visit(request);
    after.push(name);
  };
  for (const name of names) visit(name);
  return after.reverse();
}

/** Request classes that requests of these classes call, directly or not, in the scenario's order. */
export function calledClasses(requests: Classes, callers: readonly string[]): string[] {
  const called = new Set(
    callersFirst(requests, callers).flatMap((name) =>
      (requests[name]?.calls ?? []).flatMap((entry) => callsOfEntry(entry).map(({ request }) => request)),
    ),
  );
  return Object.keys(requests).filter((name) => called.has(name));
}

/** Requests of each class that one of a class makes on average, itself included. */
export function meanVisits(requests: Classes, name: string): Map<string, number> {
  const visits = new Map([[name, 1]]);
  for (const caller of callersFirst(requests, [name])) {
    const count = visits.get(caller) ?? 0;
    for (const entry of requests[caller]?.calls ?? []) {
      for (const call of callsOfEntry(entry))
        visits.set(call.request, (visits.get(call.request) ?? 0) + count * meanCalls(call));
    }
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
