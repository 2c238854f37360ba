import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Prints each change that went unnoticed as soon as it has. */
class UnnoticedReporter {
  onMutantTested({ fileName, location, mutatorName, replacement = '', status }) {
    if (status !== 'Survived' && status !== 'NoCoverage') return;
    const { line, column } = location.start;
    const becomes = replacement.replaceAll(/\s+/g, ' ').slice(0, 100);
    console.log(`${fileName}:${line}:${column} ${status} ${mutatorName}: ${becomes}`);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, 'unnoticed', UnnoticedReporter)];
