import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param root where what is copied into an image is looked for, beside package-lock.json
 * @returns one sentence for each fault
 */
export function findDockerfileFaults(text: string, root: string): string[] {
  const instructions = text
    .replaceAll(/\\\n/gu, ' ')
    .split('\n')
    .filter((line) => /^[A-Z]/u.test(line));
  const copied = instructions.flatMap(copiedFiles);
  return [
    ...copied
      .filter((file) => !existsSync(join(root, sourceOf(file))))
      .map((file) => `The Dockerfile copies ${file}, which is missing.`),
    ...workspacesOf(root)
      .filter((workspace) => !copied.includes(`${workspace}/package.json`))
      .map((workspace) => `The Dockerfile does not copy ${workspace}/package.json, which package-lock.json speaks of.`),
    ...(/^USER (?!root|0\b)/u.test(instructions.findLast((line) => line.startsWith('USER ')) ?? '')
      ? []
      : ['The Dockerfile runs its processes as root: name another USER.']),
  ];
}

/** What a COPY takes, relative to the root, from the clone or from what a stage has made of it. */
function copiedFiles(instruction: string): readonly string[] {
  const [name, ...words] = instruction.split(/\s+/u);
  if (name !== 'COPY') return [];
  const paths = words.filter((word) => !word.startsWith('--')).slice(0, -1);
  return paths.map((path) => path.replace(/^\/app\/?/u, '') || '.');
}

/** A build's folder is there once its source is built. */
const sourceOf = (path: string): string => path.replace(/\/dist$/u, '/src');

function workspacesOf(root: string): readonly string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: object };
  return Object.keys(packages).filter((path) => path !== '' && !path.includes('node_modules'));
}
