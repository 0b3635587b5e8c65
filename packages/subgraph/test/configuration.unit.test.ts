import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ConfigurationError, portVariable, readConfiguration, secretVariable, tenantsVariable } from '../src/index.ts';

const schema = z.object({
  PORT: portVariable(4000),
  A_SECRET: secretVariable('signs cursors'),
  TENANTS: tenantsVariable.optional(),
});

describe('the configuration', () => {
  it('names every bad variable at once, with how to mend it, and never shows a secret', () => {
    const read = (): unknown => readConfiguration(schema, { PORT: 'eighty', A_SECRET: 'hunter2', TENANTS: '[]' });
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(
      /PORT \(it is "eighty"\): must be a port.*\n?A_SECRET: is needed: signs cursors[^]*TENANTS[^]*JSON list/u,
    );
    expect(read).not.toThrow(/hunter2/u);
  });

  it('refuses in production the secrets that docker-compose.yml has for one machine', () => {
    const environment = { A_SECRET: 'local-only-internal-token-secret' };
    expect(readConfiguration(schema, environment)).toMatchObject(environment);
    expect(() => readConfiguration(schema, { ...environment, NODE_ENV: 'production' })).toThrow(
      /^A_SECRET: is the one of docker-compose\.yml, which everybody knows/u,
    );
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfiguration(schema, { PORT: '', A_SECRET: 'x'.repeat(32) })).toEqual({
      PORT: 4000,
      A_SECRET: 'x'.repeat(32),
    });
  });

  it.each(['65536', '-1', '4000.5'])('refuses %s as a port', (port) => {
    expect(() => readConfiguration(schema, { PORT: port, A_SECRET: 'x'.repeat(32) })).toThrow(/PORT/u);
  });

  it('refuses tenants that share a slug', () => {
    const tenant = { id: 'ten_a', slug: 'a-company', name: 'A' };
    const text = JSON.stringify([tenant, { ...tenant, id: 'ten_b' }]);
    expect(() => readConfiguration(schema, { A_SECRET: 'x'.repeat(32), TENANTS: text })).toThrow(/TENANTS/u);
  });
});
