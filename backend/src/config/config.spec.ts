import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { readConfig } from './config';

const example = () =>
  Object.fromEntries(
    readFileSync(path.join(__dirname, '../../../.env.example'), 'utf8')
      .split('\n')
      .filter((line) => /^[A-Z_]+=/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

describe('the settings', () => {
  it('need nothing: the embedded database, the demo, this machine only', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      demo: true,
    });
  });

  it('tell every fault at once, each with how to mend it', () => {
    const wrong = {
      PORT: '70000',
      DATABASE_URL: 'mysql://x',
      JWT_SECRET: 'short',
      CORS_ORIGINS: 'x',
      LOG_LEVEL: 'loud',
    };
    expect(() => readConfig(wrong)).toThrow(
      /PORT[^]*DATABASE_URL[^]*JWT_SECRET[^]*openssl[^]*CORS_ORIGINS[^]*LOG_LEVEL/,
    );
  });

  it('ask for a secret with a database of one’s own, and load no demo there', () => {
    const own = { DATABASE_URL: 'postgres://u:p@db:5432/cartable' };
    expect(() => readConfig(own)).toThrow('JWT_SECRET');
    expect(readConfig({ ...own, JWT_SECRET: 'x'.repeat(32) })).toMatchObject({ demo: false });
  });

  it('are all in .env.example, which works as it stands', () => {
    expect(Object.keys(example()).sort()).toEqual([
      'CORS_ORIGINS',
      'DATABASE_URL',
      'DATA_DIR',
      'DEMO',
      'DEMO_PASSWORD',
      'HOST',
      'JOURNAL_DAYS',
      'JWT_SECRET',
      'LOG_LEVEL',
      'METRICS_TOKEN',
      'PORT',
      'REDIS_URL',
      'TRUST_PROXY',
    ]);
    expect(() => readConfig(example())).not.toThrow();
  });
});
