import { Document } from 'yaml';
import { yamlText } from '../../base/yamlText.js';
import { type FaultInput, inputOf, type Schedule } from '../../chaos/schedule.js';
import { encodeScenario } from '../../scenario/encodeScenario.js';
import type { Scenario } from '../../scenario/schema.js';

/** The whole `faults:` of a scenario with a schedule: its own first, so that they keep their places and draws. */
export function stanzaOf(scenario: Scenario, schedule: Schedule): string {
  return `faults:\n${allFaults(scenario, schedule)
    .map((fault) => `  - ${flowText(fault)}\n`)
    .join('')}`;
}

/** The same as the value of `--set faults=`. */
export function settingOf(scenario: Scenario, schedule: Schedule): string {
  return `faults=[${allFaults(scenario, schedule).map(flowText).join(', ')}]`;
}

function allFaults(scenario: Scenario, schedule: Schedule): (FaultInput | object)[] {
  return [...(encodeScenario(scenario).faults ?? []).map(withPlainTimes), ...schedule.map(inputOf)];
}

/** `for: 30s` instead of `for: { constant: 30s }`, which reads the same. */
function withPlainTimes(fault: object): object {
  return Object.fromEntries(
    Object.entries(fault).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null && 'constant' in value ? value.constant : value,
    ]),
  );
}

/** On one line: `{ kind: crash, at: 5m }`. */
export function flowText(value: object): string {
  return yamlText(new Document(value), { collectionStyle: 'flow', lineWidth: 0 }).trim();
}
