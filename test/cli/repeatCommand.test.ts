import { describe, expect, it } from 'vitest';
import { readOptions } from '../../src/cli/options.js';
import { portableCommand, repeatCommand } from '../../src/cli/repeatCommand.js';

const options = readOptions({
  policy: ['../p/target-cpu.lua?target=0.5,0.6', 'web=a/b.ts;api=static:2'],
  set: 'services.web.scaling.max=9',
  workers: '2',
  json: true,
});

describe('the command that repeats a run', () => {
  it('names files as they were typed, with everything that changes figures and nothing else', () => {
    const text = repeatCommand({ command: 'compare', operands: ['dir/a.yaml'], options, seed: 3 });
    expect(text).toBe(
      "dryscale compare dir/a.yaml --policy '../p/target-cpu.lua?target=0.5,0.6' --policy 'web=a/b.ts;api=static:2' --seed 3 --set services.web.scaling.max=9",
    );
  });

  it('carries no folder in a document', () => {
    const text = portableCommand({ command: 'compare', operands: ['dir/a.yaml'], options, seed: 3 });
    expect(text).toBe(
      "dryscale compare a.yaml --policy 'target-cpu.lua?target=0.5,0.6' --policy 'web=b.ts;api=static:2' --seed 3 --set services.web.scaling.max=9",
    );
  });

  it('quotes what a shell would take apart', () => {
    const text = repeatCommand({ command: 'run', operands: ["it's.yaml"], options: readOptions({}), seed: undefined });
    expect(text).toBe("dryscale run 'it'\\''s.yaml'");
  });
});
