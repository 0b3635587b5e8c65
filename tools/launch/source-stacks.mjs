import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Makes the stacks of errors name the sources instead of a bundle. The map is read when the first stack is asked for:
 * Node's own switch would read one for every module of every package at start.
 *
 * @param {string} bundle absolute path; its map lies beside it as `<bundle>.map`
 */
export function showSourcesInStacks(bundle) {
  const url = pathToFileURL(bundle).href;
  let map;
  const placeOf = (line, column) => {
    map ??= new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')));
    // The bundle's first line is its manifest, which its map knows nothing of.
    const { originalSource, originalLine, originalColumn } = map.findEntry(line - 2, column - 1);
    if (originalSource === undefined) return `${url}:${line}:${column}`;
    const source = resolve(dirname(bundle), originalSource);
    return `${pathToFileURL(source).href}:${originalLine + 1}:${originalColumn + 1}`;
  };
  const inSources = (frame) => {
    const text = String(frame);
    if (!text.includes(url)) return text;
    const [line, column] = [frame.getLineNumber(), frame.getColumnNumber()];
    return text.replace(`${url}:${line}:${column}`, () => placeOf(line, column));
  };
  Error.prepareStackTrace = (error, frames) => {
    try {
      return [headOf(error), ...frames.map((frame) => `    at ${inSources(frame)}`)].join('\n');
    } catch {
      return [headOf(error), ...frames.map((frame) => `    at ${frame}`)].join('\n');
    }
  };
}

function headOf(error) {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return 'Error';
  }
}
