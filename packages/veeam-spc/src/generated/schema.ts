/* Generated from openapi/veeam-spc.yaml; do not edit. */

export interface paths {
    readonly "/token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Log in, or renew a token
         * @description Needs a Portal Administrator. Sessions of one user in several applications can end each other. Renewing gives a new pair. How a wrong password is met is not documented for v2; v3 answers 400 in the manner of OAuth.
         */
        readonly post: operations["createToken"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/backupAgents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List backup agents
         * @description A bare array without a count. Page size and order without parameters are not documented.
         */
        readonly get: operations["listBackupAgents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/backupAgents/{agentId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the agent. */
                readonly agentId: components["parameters"]["AgentId"];
            };
            readonly cookie?: never;
        };
        /**
         * Get one backup agent
         * @description A job does not say the name of the computer that it works on; its agent does.
         */
        readonly get: operations["getBackupAgent"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/backupAgents/{agentId}/jobs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the agent. */
                readonly agentId: components["parameters"]["AgentId"];
            };
            readonly cookie?: never;
        };
        /**
         * List the jobs of a backup agent
         * @description A bare array without a count. Page size and order without parameters are not documented.
         */
        readonly get: operations["listBackupAgentJobs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/backupAgents/{agentId}/jobs/{jobId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the agent. */
                readonly agentId: components["parameters"]["AgentId"];
                /** @description Id of the job. */
                readonly jobId: string;
            };
            readonly cookie?: never;
        };
        /**
         * Get one job of a backup agent
         * @description With an id of zeros, which agents up to 2.2 give to all their jobs, it is not documented which job is answered.
         */
        readonly get: operations["getBackupAgentJob"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An agent on a computer. */
        readonly BackupAgent: {
            readonly _links?: components["schemas"]["Links"];
            /** @description What is backed up. The sample of an agent shows an empty array, so the type of its items is not known. */
            readonly backupMode?: readonly unknown[] | string | null;
            /** @description True when backups are copied to the provider. */
            readonly cloudCopy?: boolean | null;
            /** @description Id of the company that the computer belongs to. */
            readonly companyId?: number | null;
            /**
             * @description What its user may see.
             * @example Na
             * @example ReadOnly
             * @example Full
             */
            readonly guiMode?: string | null;
            /**
             * Format: uuid
             * @description Id of the agent.
             */
            readonly id: string;
            /** @description True when its user may look and not change. */
            readonly isReadOnlyMode?: boolean | null;
            /** @description True while settings are being changed. */
            readonly isSettingsChanging?: boolean | null;
            /** @description True while the mode is being changed. */
            readonly isViewModeChanging?: boolean | null;
            /** @description Who changed them last; a hyphen when nobody did. */
            readonly lastModificationDoneBy?: string | null;
            /**
             * Format: date-time
             * @description When its settings were last changed, with the offset of the console's time zone.
             */
            readonly lastModified?: string | null;
            /** @description Id of the company's location. */
            readonly locationId?: number | null;
            /** @description True when the agent can have more than one job. */
            readonly multijobSupport?: boolean | null;
            /** @description Name of the computer. */
            readonly name?: string | null;
            readonly operationMode?: components["schemas"]["OperationMode"];
            readonly operationModeId?: components["schemas"]["OperationMode"];
            /** @description True when the schedules of all its jobs are switched off. */
            readonly scheduleDisabled?: boolean | null;
            /** @description The share of jobs that went well. */
            readonly successfulPercentage?: number | null;
            /** @description How many of its jobs went well. */
            readonly successJobsCount?: number | null;
            /** @description How many jobs it has. */
            readonly totalJobsCount?: number | null;
            /**
             * @description What the computer is.
             * @example Physical
             * @example Cloud
             */
            readonly vawPlatform?: string | null;
            /** @description Version of the agent. Up to 2.2, its jobs have ids of zeros. */
            readonly version?: string | null;
        };
        /** @description A job of an agent with the facts of its last session. Lists and single answers spell three fields differently, with and without `Id` at the end; either may come, and both spellings are described. */
        readonly BackupAgentJob: {
            readonly _links?: components["schemas"]["Links"];
            /** @description How long its sessions take on average. The unit is not documented; v3 says seconds. */
            readonly avgDuration?: number | null;
            readonly backupMode?: components["schemas"]["BackupMode"];
            readonly backupModeId?: components["schemas"]["BackupMode"];
            /** @description Id of the policy that the job came from; 0 when there is none. */
            readonly backupPolicyId?: number | null;
            /** @description Name of that policy. */
            readonly backupPolicyName?: string | null;
            /** @description Note on the policy. */
            readonly backupPolicyNote?: string | null;
            /**
             * @description How the job relates to policies. Only `Custom` was seen; the other words are those of v3, and the list of v2 is not known.
             * @example Custom
             * @example Unassigned
             * @example Assigned
             * @example Outdated
             * @example Applying
             * @example FailedToApply
             * @example Deleting
             * @example Warning
             * @example Unknown
             */
            readonly backupPolicyStatus?: string | null;
            /**
             * Format: int64
             * @description Size of all restore points together; 0 when the job never ran. Bytes by the look of the documented answer (inferred).
             */
            readonly backupSize?: number | null;
            /** @description Id of the Cloud Connect agent of the site. */
            readonly cloudConnectAgentUid?: string | null;
            /** @description Description of the job. */
            readonly description?: string | null;
            /** @description Where the backups go. */
            readonly destination?: string | null;
            /** @description True when the job is switched off. */
            readonly disabled?: boolean | null;
            /** @description Why the last session failed or warned; empty or null when it did not. */
            readonly failureMessage?: string | null;
            /**
             * Format: int64
             * @description Space left at the destination; 0 when the job never ran. Bytes as well (inferred).
             */
            readonly freeSpace?: number | null;
            /**
             * Format: uuid
             * @description Id of the job. All zeros for agents up to 2.2, and so not unique.
             */
            readonly id: string;
            /** @description How long the last session took. The unit is not documented; v3 says seconds. */
            readonly lastDuration?: number | null;
            /** @description Who changed them last. */
            readonly lastModificationDoneBy?: string | null;
            /**
             * @description When its settings were last changed, with seven digits of fraction and the offset of a time zone.
             * @example 2018-10-12T01:37:05.2423906+03:00
             */
            readonly lastModified?: string | null;
            /** @description When the newest restore point was made. The documented answer has null beside two restore points, so it proves nothing. */
            readonly lastRestorePoint?: string | null;
            /**
             * @description When the latest session started, according to the page of properties. UTC with `Z` after a run; `0001-01-01T00:00:00` without a zone when the job never ran.
             * @example 2018-12-07T08:30:00.767Z
             * @example 0001-01-01T00:00:00
             */
            readonly lastRun?: string | null;
            readonly lastSessionStatus?: components["schemas"]["LastSessionStatus"];
            readonly lastSessionStatusId?: components["schemas"]["LastSessionStatus"];
            /** @description Name of the job or of its policy. */
            readonly name?: string | null;
            /**
             * @description When the schedule starts it next, with the offset of a time zone.
             * @example 2018-12-08T00:30:00+03:00
             */
            readonly nextRun?: string | null;
            readonly operationMode?: components["schemas"]["OperationMode"];
            readonly operationModeId?: components["schemas"]["OperationMode"];
            /** @description How many restore points there are; 0 when the job never ran. */
            readonly restorePoints?: number | null;
            /**
             * @description How the job is scheduled.
             * @example NotScheduled
             * @example Unknown
             * @example Daily
             * @example Monthly
             * @example Periodically
             * @example Continuously
             */
            readonly scheduleType?: string | null;
            /**
             * @description Kind of destination. Only `Local` was seen; the list of v2 is not known.
             * @example Local
             */
            readonly targetType?: string | null;
        };
        /** @description Jobs of an agent. */
        readonly BackupAgentJobList: readonly components["schemas"]["BackupAgentJob"][];
        /** @description Agents. */
        readonly BackupAgentList: readonly components["schemas"]["BackupAgent"][];
        /**
         * @description What is backed up. `Folder` is in the documented answer, the other words are those of backup policies; the list is not known in full. The collection's page spells the field `backupMode`, the job's own page `backupModeId`.
         * @example Folder
         * @example EntireComputer
         * @example Volume
         * @example File
         */
        readonly BackupMode: string | null;
        /** @description One error. */
        readonly ErrorDetails: {
            /** @description Code of the error, which may differ from the code of the answer. Its type is not documented. */
            readonly code?: number | string | null;
            /** @description The error in words. */
            readonly message?: string | null;
            /** @description The parameter at fault. */
            readonly parameterName?: string | null;
            /** @description The property at fault. */
            readonly propertyName?: string | null;
            /** @description Seconds to wait. Documented for v3; for v2 inferred. */
            readonly retryAfter?: number | null;
            /**
             * @description Kind of error. `transport` and `retryableLogical` may pass by themselves, `logical` is the caller's.
             * @example transport
             * @example logical
             * @example retryableLogical
             * @example security
             * @example unspecified
             */
            readonly type?: string | null;
        };
        /** @description How errors are reported. */
        readonly ErrorResponse: {
            /** @description The errors. */
            readonly errors: readonly components["schemas"]["ErrorDetails"][];
        };
        /**
         * @description Status of the last session. `None` means that there was no session yet (inferred). The collection's page spells the field `lastSessionStatusId`, the job's own page `lastSessionStatus`. A hyphen was seen on another kind of job.
         * @example Unknown
         * @example None
         * @example Success
         * @example Warning
         * @example Failed
         * @example Running
         */
        readonly LastSessionStatus: string | null;
        /** @description A link. Its host may differ from the one that was called, so it must not be followed as it is. */
        readonly Link: {
            /** @description Address, complete with host. */
            readonly href?: string;
            /** @description Method to call it with. */
            readonly method?: string;
            /**
             * @description What the link is for.
             * @example self
             * @example startJob
             * @example stopJob
             * @example delete
             * @example related
             */
            readonly rel?: string;
        };
        /** @description What can be done now. Seen are `self`, `startJob`, `delete` and `related`; a running job presumably has `stopJob` (inferred). Whether they are always there is not documented. */
        readonly Links: readonly components["schemas"]["Link"][] | null;
        /** @description An error of the token endpoint in the manner of OAuth, as v3 has it. */
        readonly OAuthError: {
            /**
             * @description Code of the error. v3 says invalid_request for a wrong password.
             * @example invalid_request
             * @example invalid_client
             * @example invalid_grant
             * @example unauthorized_client
             * @example unsupported_grant_type
             * @example invalid_scope
             */
            readonly error: string;
            /** @description The error in words. */
            readonly error_description?: string | null;
            /** @description Page about the error. */
            readonly error_uri?: string | null;
        };
        /**
         * @description How the agent is licensed. The collection's page spells the field `operationModeId`, the job's own page `operationMode`.
         * @example UnLicensed
         * @example Server
         * @example Workstation
         */
        readonly OperationMode: string | null;
        /** @description Logs in. */
        readonly PasswordGrant: {
            /**
             * @description Marks this grant.
             * @constant
             */
            readonly grant_type: "password";
            /**
             * Format: password
             * @description Password of the user.
             */
            readonly password: string;
            /**
             * @description Name of the user with its domain.
             * @example vac\administrator
             */
            readonly username: string;
        };
        /** @description Renews a token. */
        readonly RefreshTokenGrant: {
            /**
             * @description Marks this grant.
             * @constant
             */
            readonly grant_type: "refresh_token";
            /** @description The refresh token last given. */
            readonly refresh_token: string;
        };
        /** @description A pair of tokens. */
        readonly Token: {
            /** @description The token to send. Opaque. */
            readonly access_token: string;
            /**
             * @description Seconds until the access token expires. Shown by the page of version 3.0; clients get by without it.
             * @example 3599
             */
            readonly expires_in?: number;
            /** @description The token to renew with. */
            readonly refresh_token?: string;
            /**
             * @description Kind of token.
             * @example bearer
             */
            readonly token_type?: string;
        };
        /** @description What is asked of the token endpoint. */
        readonly TokenRequest: components["schemas"]["PasswordGrant"] | components["schemas"]["RefreshTokenGrant"];
    };
    responses: {
        /** @description Something in the request is not accepted. */
        readonly BadRequest: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Any other error. v3 sends 520 for every fault of the server; whether v2 does is not documented. */
        readonly Failure: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The user may not do this. */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description No such agent or job. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The credentials or the refresh token are not accepted. v3 answers in the manner of OAuth; for v2 either form is possible (inferred). */
        readonly TokenRefused: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["OAuthError"] | components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Too many requests. Documented for v3, whose body may say how long to wait; for v2 inferred. */
        readonly TooManyRequests: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The token is missing, wrong or expired. */
        readonly Unauthorized: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: {
        /** @description Id of the agent. */
        readonly AgentId: string;
        /** @description Condition on properties of the resource, in the manner of OData. Applied first. */
        readonly Filter: string;
        /** @description Property to order by, in the manner of OData. Applied with the filter. */
        readonly OrderBy: string;
        /** @description How many to leave out. Applied before `$top`. */
        readonly Skip: number;
        /** @description How many to answer. Applied last. A maximum is not documented. */
        readonly Top: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly createToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        readonly responses: {
            /** @description A pair of tokens. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Token"];
                };
            };
            readonly 400: components["responses"]["TokenRefused"];
            readonly 401: components["responses"]["TokenRefused"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listBackupAgents: {
        readonly parameters: {
            readonly query?: {
                /** @description Condition on properties of the resource, in the manner of OData. Applied first. */
                readonly $filter?: components["parameters"]["Filter"];
                /** @description Property to order by, in the manner of OData. Applied with the filter. */
                readonly $orderby?: components["parameters"]["OrderBy"];
                /** @description How many to leave out. Applied before `$top`. */
                readonly $skip?: components["parameters"]["Skip"];
                /** @description How many to answer. Applied last. A maximum is not documented. */
                readonly $top?: components["parameters"]["Top"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The agents. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BackupAgentList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getBackupAgent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the agent. */
                readonly agentId: components["parameters"]["AgentId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The agent. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BackupAgent"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listBackupAgentJobs: {
        readonly parameters: {
            readonly query?: {
                /** @description Condition on properties of the resource, in the manner of OData. Applied first. */
                readonly $filter?: components["parameters"]["Filter"];
                /** @description Property to order by, in the manner of OData. Applied with the filter. */
                readonly $orderby?: components["parameters"]["OrderBy"];
                /** @description How many to leave out. Applied before `$top`. */
                readonly $skip?: components["parameters"]["Skip"];
                /** @description How many to answer. Applied last. A maximum is not documented. */
                readonly $top?: components["parameters"]["Top"];
            };
            readonly header?: never;
            readonly path: {
                /** @description Id of the agent. */
                readonly agentId: components["parameters"]["AgentId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The jobs. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BackupAgentJobList"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getBackupAgentJob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the agent. */
                readonly agentId: components["parameters"]["AgentId"];
                /** @description Id of the job. */
                readonly jobId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The job. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BackupAgentJob"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
}
