import { describe, expect, it } from 'vitest';
import { type CaseResult, differences, type EngineCase } from './engineCase.js';
import { llmFile } from './llmFolder.js';
import { playCase } from './playCase.js';

interface Vector {
  readonly id: string;
  readonly about: string;
  readonly input: EngineCase;
  readonly expected: CaseResult;
}

const text = llmFile('engine-vectors.json');
const cases = text === undefined ? [] : (JSON.parse(text) as { cases: Vector[] }).cases;

describe('a model server serves as the reference in exact arithmetic does', () => {
  it.skipIf(text === undefined)('has cases', () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  it.each(cases.map((one) => [one.id, one.about, one] as const))('%s: %s', (_id, _about, { input, expected }) => {
    expect(differences(playCase(input), expected)).toEqual([]);
  });
});
