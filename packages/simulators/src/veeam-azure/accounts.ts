/** What a role may. The four roles that people can have read all sessions; restore operators have nothing to do with policies. */
type Permissions = {
  readonly sessions: boolean;
  readonly logs: boolean;
  readonly stop: boolean;
  readonly policies: boolean;
  readonly changePolicies: boolean;
};

const NOTHING: Permissions = { sessions: false, logs: false, stop: false, policies: false, changePolicies: false };
const EVERYTHING: Permissions = { sessions: true, logs: true, stop: true, policies: true, changePolicies: true };

/** What the two roles of other products may do is not documented: here one has no logs and one has nothing. */
const PERMISSIONS = {
  PortalAdmin: EVERYTHING,
  PortalOperator: EVERYTHING,
  RestoreOperator: { ...EVERYTHING, policies: false, changePolicies: false },
  ReadOnlyUser: { ...EVERYTHING, stop: false, changePolicies: false },
  IntegrationOperator: { ...NOTHING, sessions: true },
  VeeamUpdater: NOTHING,
} as const satisfies Readonly<Record<string, Permissions>>;

export type Role = keyof typeof PERMISSIONS;

export const may = (role: Role, what: keyof Permissions): boolean => PERMISSIONS[role][what];

export type Account = { readonly username: string; readonly role: Role; readonly hasSecondFactor: boolean };

export const USERNAME = 'svc-crossvault';

/** All of them have the same password. */
export const ACCOUNTS: readonly Account[] = [
  { username: USERNAME, role: 'PortalOperator', hasSecondFactor: false },
  { username: `${USERNAME}-mfa`, role: 'PortalOperator', hasSecondFactor: true },
  { username: `${USERNAME}-admin`, role: 'PortalAdmin', hasSecondFactor: false },
  { username: `${USERNAME}-restore`, role: 'RestoreOperator', hasSecondFactor: false },
  { username: `${USERNAME}-readonly`, role: 'ReadOnlyUser', hasSecondFactor: false },
  { username: `${USERNAME}-integration`, role: 'IntegrationOperator', hasSecondFactor: false },
  { username: `${USERNAME}-updater`, role: 'VeeamUpdater', hasSecondFactor: false },
];
