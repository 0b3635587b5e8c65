import { runCommand } from '../workspace/run-command.ts';
import { fromFindings, passed, type CheckOutcome, type CheckStep } from './check-step.ts';

const answerWithinMs = 60_000;

/** Asks the registry for known vulnerabilities in what production runs. */
export function auditStep(root: string): CheckStep {
  return {
    name: 'no known vulnerability',
    run: async () => {
      const args = ['audit', '--omit=dev', '--json', '--loglevel=silent'];
      return judgeAudit(await runCommand('npm', args, { cwd: root, timeoutMs: answerWithinMs }));
    },
  };
}

/**
 * Tells a report of vulnerabilities, which fails, from a registry that offers no audit or cannot be reached, which is a
 * note: that says nothing about the packages.
 */
export function judgeAudit({ exitCode, output }: { readonly exitCode: number; readonly output: string }): CheckOutcome {
  if (exitCode === 0) return passed();
  const report = parseReport(output);
  if (report === null) return passed('the registry offers no audit here, so nothing was asked');
  return fromFindings(
    Object.values(report.vulnerabilities).map(({ name, severity, range }) => `${name} ${range}: ${severity}`),
  );
}

interface AuditReport {
  readonly vulnerabilities: Readonly<Record<string, { name: string; severity: string; range: string }>>;
}

/** npm's report, or null where its answer is an error of the registry or of the network. */
function parseReport(output: string): AuditReport | null {
  try {
    const content: unknown = JSON.parse(output.slice(output.indexOf('{')));
    const isReport = typeof content === 'object' && content !== null && 'vulnerabilities' in content;
    // The form is npm's auditReportVersion 2.
    return isReport ? (content as AuditReport) : null;
  } catch {
    return null;
  }
}
