/**
 * Replays what the subgraphs answered. One process, a port a subgraph. While it records, a question that is new goes to
 * the real subgraph under the caller's identity; while it replays, one that is new is an error.
 *
 * It knows just enough of HTTP/1.1 for the clients of gateways: Content-Length or chunked bodies, keep-alive.
 */
import { createServer } from 'node:net';
import { createInternalIdentity, INTERNAL_HEADERS } from '@hiregraph/subgraph';
import { answer, ready, task } from '../process/child.mjs';

const HEAD_END = Buffer.from('\r\n\r\n');
const identity = createInternalIdentity(task.installation.internalSecret);
const recorded = Object.fromEntries(Object.keys(task.upstreams).map((name) => [name, new Map()]));
let isRecording = true;
let unknown = 0;
/** The questions in the order in which they came, while somebody wants to know. */
let log = [];

const urls = {};
for (const name of Object.keys(task.upstreams)) urls[name] = await listen(name);
answer({
  replay: () => {
    isRecording = false;
    log = [];
  },
  unknown: () => unknown,
  /** What was asked since the last time. */
  takeLog: () => {
    const taken = log;
    log = [];
    return taken;
  },
});
ready({ urls });

function listen(name) {
  const server = createServer({ noDelay: true }, (socket) => serve(socket, recorded[name], name));
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}/graphql`));
  });
}

function serve(socket, answers, name) {
  let rest = null;
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    rest = rest === null ? chunk : Buffer.concat([rest, chunk]);
    while (rest !== null) {
      const request = read(rest);
      if (request === null) return;
      rest = request.end === rest.length ? null : rest.subarray(request.end);
      if (isRecording) log.push({ subgraph: name, body: request.body });
      const known = answers.get(request.body);
      if (known === undefined) void askUpstream(request.body, answers, name).then((bytes) => socket.write(bytes));
      else socket.write(known);
    }
  });
}

function read(bytes) {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd < 0) return null;
  const head = bytes.latin1Slice(0, headEnd);
  const start = headEnd + HEAD_END.length;
  const length = /content-length: *(\d+)/i.exec(head);
  if (length === null)
    return /transfer-encoding: *chunked/i.test(head) ? readChunked(bytes, start) : { body: '', end: start };
  const end = start + Number(length[1]);
  return bytes.length < end ? null : { body: bytes.latin1Slice(start, end), end };
}

function readChunked(bytes, start) {
  let body = '';
  for (let at = start; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return null;
    const size = Number.parseInt(bytes.latin1Slice(at, lineEnd), 16);
    const end = lineEnd + 2 + size;
    if (bytes.length < end + 2) return null;
    if (size === 0) return { body, end: end + 2 };
    body += bytes.latin1Slice(lineEnd + 2, end);
    at = end + 2;
  }
}

async function askUpstream(body, answers, name) {
  if (!isRecording) {
    unknown += 1;
    return respond('500 Unknown', '{"errors":[{"message":"The stub was never asked this while it recorded."}]}');
  }
  const bytes = Buffer.from(body, 'latin1');
  const response = await fetch(task.upstreams[name], {
    method: 'POST',
    body: bytes,
    headers: {
      'content-type': 'application/json',
      [INTERNAL_HEADERS.identity]: await identity.sign(task.caller, name, bytes),
      [INTERNAL_HEADERS.deadline]: '2000',
    },
  });
  const text = await response.text();
  const { errors } = JSON.parse(text);
  if (errors !== undefined) process.stderr.write(`${name} answered with errors: ${JSON.stringify(errors)}\n${body}\n`);
  const answered = respond('200 OK', text);
  answers.set(body, answered);
  return answered;
}

function respond(status, text) {
  const body = Buffer.from(text);
  const head = `HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${body.length}\r\nconnection: keep-alive\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}
