import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { KafkaSecurity } from '../../src/servers/kafka-server.ts';
import { runToEnd } from '../../src/servers/local-server.ts';

/** Of a key store that lives as long as a test. */
const STORE_PASSWORD = 'of-a-test-alone';

export const PLAIN_USER = { username: 'pia', password: 'the password of pia' };
export const SCRAM_USER = { username: 'sam', password: 'the password of sam' };

/** The variables that reach the listener as its SCRAM user. */
export const scramVariables = ({ authorityFile }: SecuredListener): Record<string, string> => ({
  KAFKA_SSL: 'true',
  KAFKA_SSL_CA_FILE: authorityFile,
  KAFKA_SASL_MECHANISM: 'scram-sha-512',
  KAFKA_SASL_USERNAME: SCRAM_USER.username,
  KAFKA_SASL_PASSWORD: SCRAM_USER.password,
});

export interface SecuredListener {
  readonly security: KafkaSecurity;
  /** The certificate of the private authority that signed the broker's, as PEM. */
  readonly authorityFile: string;
}

/**
 * A SASL_SSL listener whose certificate a private authority has signed, for `localhost` and 127.0.0.1, with a user for PLAIN
 * and one for SCRAM-SHA-512. Made with the tools that come with Java, as Kafka itself needs it.
 */
export async function makeSecuredListener(directory: string): Promise<SecuredListener> {
  mkdirSync(directory, { recursive: true });
  const store = join(directory, 'broker.p12');
  const authorityFile = join(directory, 'authority.pem');
  const keytool = (command: string, ...words: readonly string[]): Promise<void> =>
    runToEnd('keytool', [command, '-keystore', store, '-storetype', 'PKCS12', '-storepass', STORE_PASSWORD, ...words]);
  const pair = (alias: string, ...words: readonly string[]): Promise<void> =>
    keytool('-genkeypair', '-alias', alias, '-keyalg', 'EC', '-dname', `CN=${alias}`, '-validity', '2', ...words);
  await pair('authority', '-ext', 'bc:c');
  await pair('broker', '-signer', 'authority', '-ext', 'SAN=dns:localhost,ip:127.0.0.1');
  await keytool('-exportcert', '-alias', 'authority', '-rfc', '-file', authorityFile);
  // Or the broker might show the authority's certificate for its own.
  await keytool('-delete', '-alias', 'authority');
  return { security: securityOf(store), authorityFile };
}

function securityOf(store: string): KafkaSecurity {
  const listener = 'listener.name.sasl_ssl';
  const login = (mechanism: string, module: string, options = ''): string =>
    `${listener}.${mechanism}.sasl.jaas.config=org.apache.kafka.common.security.${module} required${options};`;
  const { username, password } = SCRAM_USER;
  return {
    protocol: 'SASL_SSL',
    properties: [
      `ssl.keystore.location=${store}`,
      'ssl.keystore.type=PKCS12',
      `ssl.keystore.password=${STORE_PASSWORD}`,
      `${listener}.sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-512`,
      login('plain', 'plain.PlainLoginModule', ` user_${PLAIN_USER.username}="${PLAIN_USER.password}"`),
      login('scram-sha-512', 'scram.ScramLoginModule'),
    ],
    formatWords: ['--add-scram', `SCRAM-SHA-512=[name=${username},password=${password}]`],
  };
}
