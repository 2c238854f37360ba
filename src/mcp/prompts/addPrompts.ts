import type { McpServer } from '@modelcontextprotocol/server';
import type { Shared } from '../shared.js';
import { prompts } from './index.js';

export function addPrompts(server: McpServer, shared: Shared): void {
  for (const prompt of prompts) {
    const { name, title, description } = prompt;
    server.registerPrompt(name, { title, description, argsSchema: prompt.arguments(shared) }, (given) => ({
      messages: [
        // safe: all arguments of a prompt are text
        {
          role: 'user',
          content: { type: 'text', text: prompt.text(given as Readonly<Record<string, string | undefined>>) },
        },
      ],
    }));
  }
}
