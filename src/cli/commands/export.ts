import { exitCode } from '../../base/exitCode.js';
import { problemLines } from '../../base/problem.js';
import { exporters } from '../../exports/index.js';
import { loadScenario } from '../../scenario/load.js';
import type { Command } from '../command.js';
import { convert, kindAndFile } from '../conversion.js';

/** Makes a file of theirs of a scenario of ours. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'Turn the traffic of a scenario into a k6 script',
  operands: {
    name: 'source',
    min: 0,
    max: 2,
    describe: `KIND SCENARIO: ${exporters.map(({ name, summary }) => `${name} (${summary})`).join(', ')}`,
  },
  options: ['set', 'out', 'force'],
  async run({ operands, options, output }) {
    const { kind: exporter, file } = kindAndFile('export', operands, exporters);
    await convert(file, { options, output }, async () => {
      const loaded = await loadScenario(file, { set: [...options.set] });
      for (const warning of loaded.warnings) output.note(problemLines(warning, 'warning'));
      return exporter.write(loaded, options.out);
    });
    return exitCode.success;
  },
};
