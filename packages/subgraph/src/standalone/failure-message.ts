/** One sentence, or one a variable, on why the platform did not start and how to mend it. */
export function failureMessage(error: unknown): string {
  if (!(error instanceof Error)) return `Hiregraph did not start: ${String(error)}`;
  const { code, port, address } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. End that one, or set PORT to another (PORT=0 takes any free one).`;
  }
  if (code === 'EACCES' && port !== undefined) {
    return `Port ${port} may not be opened by this user. Set PORT to one above 1023, e.g. PORT=4000.`;
  }
  if (code === 'EADDRNOTAVAIL')
    return `HOST: ${address} is not an address of this machine. Set HOST to 127.0.0.1, say.`;
  return error.message;
}
