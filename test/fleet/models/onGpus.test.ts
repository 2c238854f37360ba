import { describe, expect, it } from 'vitest';
import { datasheetOf } from '../../../src/fleet/models/onGpus.js';
import { presets } from '../../../src/fleet/models/presets.js';

describe('the name of a model on its GPUs', () => {
  it.each([
    ['llama-3.1-8b@h100', ['llama-3.1-8b', 'h100-sxm-80gb', 1, 2, '2026']],
    ['qwen3-32b@2xh100-sxm-80gb,fp8,2025', ['qwen3-32b', 'h100-sxm-80gb', 2, 1, '2025']],
    ['llama-3.1-70b@8xl40s,fp8', ['llama-3.1-70b', 'l40s-48gb', 8, 1, '2026']],
  ])('%s', (text, [model, gpu, tensorParallel, bytesPerWeight, generation]) => {
    expect(datasheetOf(text)).toMatchObject({
      architecture: { name: model },
      gpu: { name: gpu },
      ...{ tensorParallel, bytesPerWeight, bytesPerKv: bytesPerWeight, generation },
    });
  });

  it('is that of a preset too', () => {
    for (const { name, datasheet } of presets) expect(datasheetOf(name)).toBe(datasheet);
  });

  it.each([
    ['llama', 'llama'],
    ['gpt-5@h100', 'gpt-5'],
    ['llama-3.1-8b@h1000', 'h1000'],
    ['llama-3.1-8b@3xh100', '3x'],
    ['llama-3.1-8b@h100,fp5', 'fp5'],
    ['@', ''],
  ])('%s names the part that is unknown', (text, part) => {
    expect(datasheetOf(text)).toMatchObject({ part, known: expect.arrayContaining([expect.any(String)]) });
  });
});
