import { join } from 'node:path';
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

  it('keeps relative paths in a document, and only the names of absolute ones', () => {
    const policy = [
      '../p/target-cpu.lua?target=0.5,0.6',
      `web=${process.cwd()}/a/b.ts;api=static:2`,
      'tuned=/elsewhere/x.lua?n=1/2',
    ];
    const given = { ...options, policies: policy, against: 'git:main:deploy/hpa.yaml' };
    const operands = ['dir/a.yaml', join(process.cwd(), 'dir', 'b.yaml'), '/elsewhere/c.yaml'];
    expect(portableCommand({ command: 'compare', operands, options: given, seed: 3 })).toBe(
      "dryscale compare dir/a.yaml b.yaml c.yaml --policy '../p/target-cpu.lua?target=0.5,0.6' --policy 'web=b.ts;api=static:2' --policy 'tuned=x.lua?n=1/2' --seed 3 --set services.web.scaling.max=9 --against git:main:deploy/hpa.yaml",
    );
  });

  it('quotes what a shell would take apart', () => {
    const text = repeatCommand({ command: 'run', operands: ["it's.yaml"], options: readOptions({}), seed: undefined });
    expect(text).toBe("dryscale run 'it'\\''s.yaml'");
  });

  it('names a file that looks like an option by its folder', () => {
    const text = repeatCommand({ command: 'run', operands: ['-x.yaml'], options: readOptions({}), seed: undefined });
    expect(text).toBe('dryscale run ./-x.yaml');
  });
});
