import { whenResolved } from '../../cluster/private/tokens';
import type { EksDatabaseLogin, EksDatabaseOptions } from '../database-options';

const LOGIN_NAME = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;
const SECURITY_GROUP_ID = /^sg-[0-9a-f]{8}([0-9a-f]{9})?$/;
const RESOURCE_ID = /^(db|cluster|prx)-[A-Za-z0-9]+$/;
/** What both PostgreSQL and MySQL take at most, and nothing that IAM reads as a pattern or a part of a path. */
const DATABASE_USER = /^[^\s*?/:$]{1,63}$/;

/** What is wrong with the way to a database; empty when it is fine. */
export function describeDatabase(label: string, options: EksDatabaseOptions): string[] {
  const problems: string[] = [];
  whenResolved(options.securityGroupId, (text) => {
    if (SECURITY_GROUP_ID.test(text)) return;
    problems.push(
      `${label} 'securityGroupId' (${text}) must be the id of a security group such as 'sg-0123456789abcdef0'`,
    );
  });
  whenResolved(options.port, (port) => {
    if (Number.isInteger(port) && port >= 1 && port <= 65535) return;
    problems.push(`${label} 'port' (${port}) must be a whole number of 1 to 65535`);
  });
  return problems;
}

/** What is wrong with a login; empty when it is fine. */
export function describeLogin(database: string, name: string, login: EksDatabaseLogin): string[] {
  const label = `login '${name}' of database '${database}'`;
  const problems: string[] = [];
  if (!LOGIN_NAME.test(name)) {
    problems.push(`${label}: the name must be 1 to 40 letters, digits and hyphens, starting with a letter`);
  }
  if (login.identity._role === undefined) {
    problems.push(
      `${label} 'identity' has a role that exists ('roleArn'), to which nothing can be added here; allow 'rds-db:connect' in that role yourself, or bind the service account without 'roleArn'`,
    );
  }
  whenResolved(login.resourceId, (text) => {
    if (RESOURCE_ID.test(text)) return;
    problems.push(
      `${label} 'resourceId' (${text}) must be the resource id, which starts with 'db-', 'cluster-' or 'prx-', and not the name of the database`,
    );
  });
  whenResolved(login.databaseUser, (text) => {
    if (DATABASE_USER.test(text)) return;
    problems.push(
      `${label} 'databaseUser' (${text}) must be the whole name of one user, 1 to 63 characters without spaces, '*', '?', '/', ':' and '$'`,
    );
  });
  return problems;
}
