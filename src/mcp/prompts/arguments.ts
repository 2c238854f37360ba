import { completable } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { completed } from '../resources/addResources.js';
import { policies, results, scenarios } from '../resources/index.js';
import type { Shared } from '../shared.js';

// What prompts ask for, completed from what there is.

export const scenarioArgument = (shared: Shared) =>
  completable(z.string().describe('A scenario, as list_scenarios names it'), (begin) =>
    completed(scenarios, shared, begin),
  );

export const policyArgument = (shared: Shared) =>
  completable(z.string().describe('A policy, as list_policies names it'), (begin) =>
    completed(policies, shared, begin),
  );

export const resultArgument = (shared: Shared) =>
  completable(z.string().describe('The id of a result'), (begin) => completed(results, shared, begin));
