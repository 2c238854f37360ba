import { completable } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Bench } from '../bench.js';
import { completed } from '../resources/addResources.js';
import { policies, results, scenarios } from '../resources/index.js';

// What prompts ask for, completed from what there is.

export const scenarioArgument = (bench: Bench) =>
  completable(z.string().describe('A scenario, as list_scenarios names it'), (begin) =>
    completed(scenarios, bench, begin),
  );

export const policyArgument = (bench: Bench) =>
  completable(z.string().describe('A policy, as list_policies names it'), (begin) => completed(policies, bench, begin));

export const resultArgument = (bench: Bench) =>
  completable(z.string().describe('The id of a result'), (begin) => completed(results, bench, begin));
