import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** How a command ended and everything that it wrote, stdout and stderr in the order they came. */
export interface CommandResult {
  readonly exitCode: number;
  readonly output: string;
}

/** Beyond this a command's output is cut: what counts is said early or last. */
const outputLimit = 2_000_000;

/**
 * Runs a command to its end.
 *
 * @param timeoutMs after which it is ended and counts as failed; none by default
 */
export function runCommand(
  command: string,
  args: readonly string[],
  { cwd, timeoutMs }: { readonly cwd: string; readonly timeoutMs?: number },
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs });
    let output = '';
    const collect = (chunk: string): void => {
      if (output.length < outputLimit) output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.once('error', (error) =>
      resolve({ exitCode: 1, output: `${command} could not be started: ${error.message}` }),
    );
    child.once('close', (code, signal) =>
      resolve({ exitCode: code ?? 1, output: signal === null ? output : `${output}\nEnded by ${signal}.` }),
    );
  });
}

/**
 * Runs a tool of node_modules with the running Node, without npx in between.
 *
 * @param script below node_modules, such as `eslint/bin/eslint.js`
 */
export function runTool(root: string, script: string, args: readonly string[]): Promise<CommandResult> {
  return runCommand(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root });
}
