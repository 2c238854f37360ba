import { basename } from 'node:path';
import { ProblemError } from '../base/problem.js';
import { bundleTypeScriptPolicy } from '../policy/typescript/bundleTypeScriptPolicy.js';
import { compilePolicyModule } from '../policy/typescript/policyModule.js';

/** The value that a TypeScript scenario exports as default; the file is the user's own code and runs here. @throws ProblemError */
export async function readTypeScriptScenario(file: string): Promise<unknown> {
  const exports = await evaluate(file);
  if ('default' in exports) return exports.default;
  throw failure(
    file,
    `has no default export (found: ${Object.keys(exports).join(', ') || 'none'})`,
    'write `export default defineScenario({ ... })`.',
  );
}

async function evaluate(file: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const code = await bundleTypeScriptPolicy({ path: file });
    return compilePolicyModule(code, basename(file))({ log: () => {} });
  } catch (error) {
    throw failure(
      file,
      `cannot be loaded: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
      'fix the file.',
    );
  }
}

function failure(file: string, what: string, fix: string): ProblemError {
  return new ProblemError([
    { code: 'bad-scenario-module', where: { file }, what, why: 'A scenario is the default export of its file.', fix },
  ]);
}
