import { describe, expect, it } from 'vitest';
import { nameSchema } from '../../src/base/name.js';
import { stanzaName } from '../../src/calibrate/modelStanza.js';
import { architectures } from '../../src/fleet/models/architectures.js';
import { gpus } from '../../src/fleet/models/gpus.js';

describe('the stanza of a model', () => {
  it('has a name that a scenario takes, whatever the model and its GPUs', () => {
    const texts = architectures.flatMap((model) => gpus.map((gpu) => `${model.name}@4x${gpu.name},fp8,2025`));
    expect(texts.length).toBeGreaterThan(20);
    for (const text of texts) expect(nameSchema.safeParse(stanzaName(text)).success, text).toBe(true);
    expect(stanzaName('llama-3.1-70b@4xh100,fp8')).toBe('llama-3-1-70b-4xh100-fp8');
  });
});
