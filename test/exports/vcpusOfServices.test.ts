import { expect, it } from 'vitest';
import { vcpusOfServices } from '../../src/exports/results/vcpusOfServices.js';
import { sampleScenario } from '../report/sampleDocument.js';

it('has no vCPUs of model servers, whose use of them is not simulated', () => {
  const resolved = JSON.stringify({
    services: { web: { instance: { vcpus: 2 } }, chat: { instance: { vcpus: 1, model: 'llama-70b' } } },
  });
  expect(vcpusOfServices({ ...sampleScenario(), resolved })).toEqual({ web: 2 });
});
