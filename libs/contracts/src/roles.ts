/** Who a caller can be (charter platform, section 8). SERVICE is another service of the platform, never a person. */
export const ROLES = ['CITIZEN', 'OFFICER', 'MANAGER', 'AUDITOR', 'ADMIN', 'SERVICE'] as const;
export type Role = (typeof ROLES)[number];

/** The subgraphs, by the name that the supergraph, the databases and the queues use. */
export const SERVICES = ['charter', 'complaints', 'participation', 'surveys', 'compensation', 'notices'] as const;
export type ServiceName = (typeof SERVICES)[number];
