/* Generated from openapi/veeam-spc.yaml; do not edit. */

export interface paths {
    readonly "/api/v3/about": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the version of the console
         * @description Which version of the console answers.
         */
        readonly get: operations["getAbout"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/asyncActions/{actionId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the action. */
                readonly actionId: string;
            };
            readonly cookie?: never;
        };
        /**
         * Get an action
         * @description Status of an action. The header of the answer that began it spells the path `/asyncAction`.
         */
        readonly get: operations["getAsyncAction"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/asyncActions/{actionId}/result": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Id of the action. */
                readonly actionId: string;
            };
            readonly cookie?: never;
        };
        /**
         * Get the result of an action
         * @description What the request would have been answered with at once. Kept for five minutes after a success and for an hour after a failure.
         */
        readonly get: operations["getAsyncActionResult"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/infrastructure/backupAgents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List backup agents
         * @description The jobs of an agent do not say the name of its computer; the agents do.
         */
        readonly get: operations["listAgentsV3"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/infrastructure/backupAgents/jobs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the jobs of all backup agents
         * @description Jobs of agents for all systems. The order is not documented, and pages may shift while jobs come and go.
         */
        readonly get: operations["listAgentJobsV3"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/infrastructure/backupAgents/linux/{agentUid}/jobs/{jobUid}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Uid of the agent. */
                readonly agentUid: string;
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        /**
         * Get one job of an agent for Linux
         * @description A single job is addressed by the system of its agent; the list of all systems is not.
         */
        readonly get: operations["getLinuxAgentJob"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a job of an agent for Linux
         * @description The request must state whether the console deletes the restore points of the job as well.
         */
        readonly delete: operations["deleteLinuxAgentJob"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/infrastructure/backupAgents/linux/{agentUid}/jobs/{jobUid}/start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Uid of the agent. */
                readonly agentUid: string;
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Start a job of an agent for Linux
         * @description The console answers when it has queued the request, not when the work is done.
         */
        readonly post: operations["startLinuxAgentJob"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/infrastructure/backupAgents/linux/{agentUid}/jobs/{jobUid}/stop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Uid of the agent. */
                readonly agentUid: string;
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Stop a job of an agent for Linux
         * @description The console answers when it has queued the request, not when the work is done.
         */
        readonly post: operations["stopLinuxAgentJob"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/infrastructure/backupAgents/mac/{agentUid}/jobs/{jobUid}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Uid of the agent. */
                readonly agentUid: string;
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        /**
         * Get one job of an agent for Mac
         * @description A single job is addressed by the system of its agent; the list of all systems is not.
         */
        readonly get: operations["getMacAgentJob"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a job of an agent for Mac
         * @description The request must state whether the console deletes the restore points of the job as well.
         */
        readonly delete: operations["deleteMacAgentJob"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/infrastructure/backupAgents/mac/{agentUid}/jobs/{jobUid}/start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Uid of the agent. */
                readonly agentUid: string;
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Start a job of an agent for Mac
         * @description The console answers when it has queued the request, not when the work is done.
         */
        readonly post: operations["startMacAgentJob"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/infrastructure/backupAgents/mac/{agentUid}/jobs/{jobUid}/stop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Uid of the agent. */
                readonly agentUid: string;
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Stop a job of an agent for Mac
         * @description The console answers when it has queued the request, not when the work is done.
         */
        readonly post: operations["stopMacAgentJob"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/infrastructure/backupAgents/windows/{agentUid}/jobs/{jobUid}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Uid of the agent. */
                readonly agentUid: string;
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        /**
         * Get one job of an agent for Windows
         * @description A single job is addressed by the system of its agent; the list of all systems is not.
         */
        readonly get: operations["getWindowsAgentJob"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a job of an agent for Windows
         * @description The request must state whether the console deletes the restore points of the job as well.
         */
        readonly delete: operations["deleteWindowsAgentJob"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a job of an agent for Windows
         * @description Can switch the job on and off (`/isEnabled`), and start and stop it (`/status`, with `Running` and `Stopping`). Agents for the other systems have no such operation.
         */
        readonly patch: operations["patchWindowsAgentJob"];
        readonly trace?: never;
    };
    readonly "/api/v3/infrastructure/backupAgents/windows/{agentUid}/jobs/{jobUid}/start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Uid of the agent. */
                readonly agentUid: string;
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Start a job of an agent for Windows
         * @description The console answers when it has queued the request, not when the work is done.
         */
        readonly post: operations["startWindowsAgentJob"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/infrastructure/backupAgents/windows/{agentUid}/jobs/{jobUid}/stop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Uid of the agent. */
                readonly agentUid: string;
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Stop a job of an agent for Windows
         * @description The console answers when it has queued the request, not when the work is done.
         */
        readonly post: operations["stopWindowsAgentJob"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/infrastructure/backupServers/jobs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the jobs of all backup servers
         * @description Jobs of every type, those of agents that a backup server manages among them. The order is not documented.
         */
        readonly get: operations["listServerJobs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/infrastructure/backupServers/jobs/{jobUid}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        /**
         * Get one job of a backup server
         * @description Which of its two uids is meant is not documented; `instanceUid` is inferred, since every release has it.
         */
        readonly get: operations["getServerJob"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a job of a backup server
         * @description Can switch the job on and off (`/isEnabled`), and start and stop it (`/status`, with `Running` and `Stopping`).
         */
        readonly patch: operations["patchServerJob"];
        readonly trace?: never;
    };
    readonly "/api/v3/infrastructure/backupServers/jobs/{jobUid}/retry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Do a job of a backup server again for what failed
         * @description The console answers when it has queued the request, not when the work is done.
         */
        readonly post: operations["retryServerJob"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/infrastructure/backupServers/jobs/{jobUid}/start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Start a job of a backup server
         * @description The console answers when it has queued the request, not when the work is done.
         */
        readonly post: operations["startServerJob"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/infrastructure/backupServers/jobs/{jobUid}/stop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Stop a job of a backup server
         * @description The console answers when it has queued the request, not when the work is done.
         */
        readonly post: operations["stopServerJob"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/infrastructure/backupServers/publicCloud/policies": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the policies of all appliances for public clouds
         * @description Policies of Veeam Backup for AWS, Azure and Google Cloud, as far as a backup server manages their appliance.
         */
        readonly get: operations["listPublicCloudPolicies"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/infrastructure/backupServers/publicCloud/policies/{policyUid}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Uid of the policy. */
                readonly policyUid: string;
            };
            readonly cookie?: never;
        };
        /**
         * Get one policy
         * @description A policy does not report its runs.
         */
        readonly get: operations["getPublicCloudPolicy"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/infrastructure/backupServers/publicCloud/policies/{policyUid}/disable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Uid of the policy. */
                readonly policyUid: string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Disable a policy
         * @description The console answers when it has queued the request, not when the work is done.
         */
        readonly post: operations["disablePublicCloudPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/infrastructure/backupServers/publicCloud/policies/{policyUid}/enable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Uid of the policy. */
                readonly policyUid: string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Enable a policy
         * @description The console answers when it has queued the request, not when the work is done.
         */
        readonly post: operations["enablePublicCloudPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/infrastructure/backupServers/publicCloud/policies/{policyUid}/start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Uid of the policy. */
                readonly policyUid: string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Start a policy
         * @description The console answers when it has queued the request, not when the work is done.
         */
        readonly post: operations["startPublicCloudPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/infrastructure/backupServers/publicCloud/policies/{policyUid}/stop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Uid of the policy. */
                readonly policyUid: string;
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Stop a policy
         * @description The console answers when it has queued the request, not when the work is done.
         */
        readonly post: operations["stopPublicCloudPolicy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/token": {
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
         * @description Renewing gives a new pair. A user who needs a second factor gets an answer of success without an access token. A wrong password is answered with 400 in the manner of OAuth, and not with the envelope of the other errors.
         */
        readonly post: operations["createTokenV3"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v3/users/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the current user
         * @description The user of the token. Whether a key of the API has one is not documented.
         */
        readonly get: operations["getCurrentUser"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
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
         * @description Needs a Portal Administrator. Sessions of one user in several applications can end each other. Renewing gives a new pair. The response to a wrong password is not documented for v2; v3 answers 400 as OAuth defines it.
         */
        readonly post: operations["createToken"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/accounts/logout": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give a token back
         * @description Ends the session of the access token. The answer is a sentence.
         */
        readonly post: operations["logOut"];
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
    readonly "/v2/backupAgents/{agentId}/jobs/{jobId}/delete": {
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
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a job
         * @description Deletes the job. Whether the console deletes its restore points is not documented.
         */
        readonly delete: operations["deleteBackupAgentJob"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/backupAgents/{agentId}/jobs/{jobId}/start": {
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
        readonly get?: never;
        readonly put?: never;
        /**
         * Start a job
         * @description The response for a job that is running already is not documented; 409 is inferred.
         */
        readonly post: operations["startBackupAgentJob"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/backupAgents/{agentId}/jobs/{jobId}/stop": {
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
        readonly get?: never;
        readonly put?: never;
        /**
         * Stop a job
         * @description The response for a job that is not running is not documented; 409 is inferred.
         */
        readonly post: operations["stopBackupAgentJob"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v2/backupAgents/{agentId}/jobs/{jobId}/update": {
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
        readonly get?: never;
        readonly put?: never;
        /**
         * Bring a job up to date with its backup policy
         * @description Applies the current version of the policy that is assigned to the job.
         */
        readonly post: operations["updateBackupAgentJob"];
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
        /** @description The version of the console. */
        readonly About: {
            /** @description Newest version of an agent. */
            readonly actualValVersion?: string | null;
            /** @description Newest version of an agent. */
            readonly actualVamVersion?: string | null;
            /** @description Newest version of an agent. */
            readonly actualVawVersion?: string | null;
            /** @description When it was installed. */
            readonly installationDate?: string;
            /** @description Id of the installation. */
            readonly installationId?: string;
            /** @description Version of a management agent. */
            readonly linuxManagementAgentVersion?: string;
            /** @description Version of a management agent. */
            readonly macManagementAgentVersion?: string;
            /**
             * @description Version of the console.
             * @example 9.1.0.30345
             */
            readonly serverVersion?: string;
            /** @description Version of a management agent. */
            readonly windowsManagementAgentVersion?: string;
        };
        /** @description The console. */
        readonly AboutEnvelope: {
            readonly data: components["schemas"]["About"];
            readonly errors?: components["schemas"]["Errors"];
            readonly meta?: components["schemas"]["Meta"];
        };
        /** @description A page of jobs of agents. */
        readonly AgentJobListV3: {
            /** @description The rows. */
            readonly data: readonly components["schemas"]["AgentJobV3"][];
            readonly errors?: components["schemas"]["Errors"];
            readonly meta?: components["schemas"]["Meta"];
        };
        /** @description A job of an agent with the facts of its last session. */
        readonly AgentJobV3: {
            /** @description How long its sessions take on average, in seconds. */
            readonly avgDuration?: number | null;
            /**
             * Format: int64
             * @description Size of all restore points together, in bytes.
             */
            readonly backedUpSize?: number | null;
            /** @description Uid of the agent. */
            readonly backupAgentUid?: string | null;
            /**
             * @description What is backed up.
             * @enum {string}
             */
            readonly backupMode?: "EntireComputer" | "Volume" | "File" | "Unknown";
            /**
             * @description How the job relates to its policy.
             * @enum {string}
             */
            readonly backupPolicyAssignStatus?: "Unassigned" | "Assigned" | "Custom" | "Outdated" | "Applying" | "FailedToApply" | "Deleting" | "Warning" | "Unknown";
            /** @description Why its policy could not be applied. */
            readonly backupPolicyFailureMessage?: string | null;
            /** @description Name of its policy. */
            readonly backupPolicyName?: string | null;
            /** @description Uid of its policy. */
            readonly backupPolicyUid?: string | null;
            /** @description Uid of its configuration. */
            readonly configUid?: string | null;
            /** @description Description of the job. */
            readonly description?: string | null;
            /** @description Where the backups go. */
            readonly destination?: string | null;
            /** @description Why the latest session failed or warned. Lines end with CR LF. */
            readonly failureMessage?: string | null;
            /**
             * Format: int64
             * @description Space left at the destination; null when the job never ran.
             */
            readonly freeSpace?: number | null;
            /** @description Uid of the job. */
            readonly instanceUid: string;
            /** @description False when the job is switched off. */
            readonly isEnabled?: boolean | null;
            /** @description How long the latest session took, in seconds. */
            readonly lastDuration?: number | null;
            /**
             * @description When the latest session finished.
             * @example 2016-11-01T10:35:28.0000000-07:00
             */
            readonly lastEndTime?: string | null;
            /** @description Who changed them last. */
            readonly lastModifiedBy?: string | null;
            /** @description When its settings were last changed. */
            readonly lastModifiedDate?: string | null;
            /**
             * @description When the latest session started; null, or in year 1, when the job never ran. With the offset of a time zone.
             * @example 2016-11-01T10:35:28.0000000-07:00
             */
            readonly lastRun?: string | null;
            /** @description Name of the job. */
            readonly name?: string | null;
            /** @description When the schedule starts it next. */
            readonly nextRun?: string | null;
            /**
             * @description How the agent is licensed.
             * @enum {string}
             */
            readonly operationMode?: "UnLicensed" | "Server" | "Workstation" | "Unknown";
            /** @description Uid of the organization. */
            readonly organizationUid?: string | null;
            /** @description Uid of the job on the side of the agent. */
            readonly originalUid?: string | null;
            /** @description How many restore points there are. */
            readonly restorePoints?: number | null;
            /** @description The schedule as text. */
            readonly scheduleDisplayName?: string | null;
            /**
             * @description How the job is scheduled.
             * @enum {string}
             */
            readonly scheduleType?: "NotScheduled" | "Unknown" | "Daily" | "Monthly" | "Periodically" | "Continuously";
            /**
             * @description Status of the latest session.
             * @enum {string}
             */
            readonly status: "Unknown" | "None" | "Success" | "Warning" | "Failed" | "Starting" | "Running" | "Stopping";
            /**
             * @description System of the computer.
             * @enum {string}
             */
            readonly systemType?: "Windows" | "Linux" | "Mac" | "Unknown";
            /**
             * @description Kind of destination. A single job of an agent for Windows has other words.
             * @enum {string}
             */
            readonly targetType?: "LocalFolder" | "SharedFolder" | "BackupRepository" | "CloudRepository" | "Unknown";
        };
        /** @description A page of agents. */
        readonly AgentListV3: {
            /** @description The rows. */
            readonly data: readonly components["schemas"]["AgentV3"][];
            readonly errors?: components["schemas"]["Errors"];
            readonly meta?: components["schemas"]["Meta"];
        };
        /** @description An agent, as far as it is read. */
        readonly AgentV3: {
            /** @description When it was activated. */
            readonly activationTime?: string | null;
            /**
             * @description System of the computer.
             * @enum {string}
             */
            readonly agentPlatform?: "Windows" | "Linux" | "Mac" | "Unknown";
            /**
             * @description Settings that users of the computer may change.
             * @enum {string}
             */
            readonly guiMode: "Full" | "ReadOnly" | "Unknown";
            /**
             * @description How it is installed.
             * @enum {string}
             */
            readonly installationType?: "Full" | "Restricted" | "Installing" | "Uninstalling" | "Broken" | "Unknown";
            /** @description Uid of the agent. */
            readonly instanceUid?: string;
            /**
             * @description State of the management agent.
             * @enum {string}
             */
            readonly managementAgentStatus?: "Healthy" | "Warning" | "Error" | "Inaccessible" | "Installation" | "Restarting" | "Updating" | "Applying" | "FailedToUpdate" | "Unknown";
            /** @description Uid of the management agent. */
            readonly managementAgentUid?: string;
            /**
             * @description Who manages the agent.
             * @enum {string}
             */
            readonly managementMode?: "ManagedByConsole" | "ManagedByVBR" | "UnManaged" | "Unknown";
            /** @description Name of the computer. */
            readonly name?: string | null;
            /**
             * @description How the agent is licensed.
             * @enum {string}
             */
            readonly operationMode?: "UnLicensed" | "Server" | "Workstation" | "Unknown";
            /** @description Uid of the organization. */
            readonly organizationUid?: string | null;
            /**
             * @description Kind of computer.
             * @enum {string}
             */
            readonly platform?: "Physical" | "Virtual" | "Cloud" | "Unknown";
            /** @description How many of them run. */
            readonly runningJobsCount?: number;
            /** @description Uid of its Cloud Connect site. */
            readonly siteUid?: string | null;
            /**
             * @description Whether the agent runs.
             * @enum {string}
             */
            readonly status?: "Active" | "NotRunning" | "Unknown";
            /** @description How many of them succeeded. */
            readonly successJobsCount?: number;
            /** @description How many jobs it has. */
            readonly totalJobsCount?: number;
            /** @description Version of the agent. */
            readonly version?: string | null;
            /**
             * @description Whether the agent is the newest.
             * @enum {string}
             */
            readonly versionStatus?: "UpToDate" | "OutOfDate" | "Unknown";
        };
        /** @description An answer of v3, whatever is in it. */
        readonly AnyEnvelope: {
            /** @description The requested object or list. */
            readonly data?: unknown;
            readonly errors?: components["schemas"]["Errors"];
            readonly meta?: components["schemas"]["Meta"];
        };
        /** @description A request that is worked off later. */
        readonly AsyncAction: {
            /** @description Name of the operation. */
            readonly actionName: string | null;
            /** @description Id of the action. */
            readonly id: string;
            /** @description Uid of the user who caused it. */
            readonly initiatorUid: string | null;
            /** @description Parameters of the request. */
            readonly queryParameters: Record<string, never>;
            /** @description Body of the request. */
            readonly requestBody?: string | null;
            /**
             * @description Status, in lower case.
             * @enum {string}
             */
            readonly status: "running" | "succeed" | "failed" | "canceled";
        };
        /** @description An action. */
        readonly AsyncActionEnvelope: {
            readonly data: components["schemas"]["AsyncAction"];
            readonly errors?: components["schemas"]["Errors"];
            readonly meta?: components["schemas"]["Meta"];
        };
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
            /** @description User who changed them last; a hyphen when no user did. */
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
            /** @description Id of the policy from which the job was created; 0 when there is none. */
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
        /** @description Within which hours. */
        readonly BackupWindowOptions: {
            /** @description The hours. */
            readonly timePeriods?: readonly components["schemas"]["ScheduleTimePeriod"][] | null;
        };
        /** @description After which job. */
        readonly ChainingOptions: {
            /** @description Uid of that job. */
            readonly previousJobId?: string | null;
            /** @description Name of that job. */
            readonly previousJobName?: string | null;
        };
        /** @description On which days, and when. */
        readonly DailyScheduleOptions: {
            /** @description The days. */
            readonly days?: readonly ("Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday")[] | null;
            /**
             * @description Which days.
             * @enum {string}
             */
            readonly kind?: "Everyday" | "WeekDays" | "SelectedDays" | "Unknown";
            /** @description Time of the day, in the zone of the backup server. */
            readonly time?: string | null;
            /** @description Time of the day, in UTC. */
            readonly timeUtc?: string | null;
        };
        /** @description The answer to a request without a result. */
        readonly EmptyEnvelope: {
            /** @description Nothing. */
            readonly data?: Record<string, never> | readonly unknown[] | null;
            /** @description What went wrong. */
            readonly errors?: readonly components["schemas"]["ErrorDetails"][] | null;
            /** @description Nothing. */
            readonly meta?: Record<string, never> | null;
        };
        /** @description One error. */
        readonly ErrorDetails: {
            /** @description Code of the error, which may differ from the code of the answer. Its type is not documented. */
            readonly code?: number | string | null;
            /** @description Error message. */
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
        /** @description Errors; a list of them beside a status of success means that the request failed. */
        readonly Errors: readonly components["schemas"]["ErrorDetails"][] | null;
        /** @description Changes in the manner of RFC 6902. */
        readonly JsonPatch: readonly components["schemas"]["JsonPatchOperation"][];
        /** @description One change. */
        readonly JsonPatchOperation: {
            /**
             * @description What is done.
             * @enum {string}
             */
            readonly op: "add" | "replace" | "test" | "remove" | "move" | "copy";
            /**
             * @description What it is done to.
             * @example /isEnabled
             * @example /status
             */
            readonly path: string;
            /** @description What it becomes. */
            readonly value?: boolean | string;
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
             * @example update
             * @example delete
             * @example related
             */
            readonly rel?: string;
        };
        /** @description What can be done now. Seen are `self`, `startJob`, `delete` and `related`; a running job presumably has `stopJob` (inferred). Whether they are always there, and which of them updates a job, is not documented. */
        readonly Links: readonly components["schemas"]["Link"][] | null;
        /** @description A job of an agent. */
        readonly LinuxAgentJobEnvelopeV3: {
            readonly data: components["schemas"]["LinuxAgentJobV3"];
            readonly errors?: components["schemas"]["Errors"];
            readonly meta?: components["schemas"]["Meta"];
        };
        /** @description One job of an agent for Linux. It lacks three fields of the list. */
        readonly LinuxAgentJobV3: {
            /** @description How long its sessions take on average, in seconds. */
            readonly avgDuration?: number | null;
            /**
             * Format: int64
             * @description Size of all restore points together, in bytes.
             */
            readonly backedUpSize?: number | null;
            /** @description Uid of the agent. */
            readonly backupAgentUid?: string | null;
            /**
             * @description What is backed up.
             * @enum {string}
             */
            readonly backupMode?: "EntireComputer" | "Volume" | "File" | "Unknown";
            /**
             * @description How the job relates to its policy.
             * @enum {string}
             */
            readonly backupPolicyAssignStatus?: "Unassigned" | "Assigned" | "Custom" | "Outdated" | "Applying" | "FailedToApply" | "Deleting" | "Warning" | "Unknown";
            /** @description Why its policy could not be applied. */
            readonly backupPolicyFailureMessage?: string | null;
            /** @description Name of its policy. */
            readonly backupPolicyName?: string | null;
            /** @description Uid of its policy. */
            readonly backupPolicyUid?: string | null;
            /** @description Uid of its configuration. */
            readonly configUid?: string | null;
            /** @description Description of the job. */
            readonly description?: string | null;
            /** @description Where the backups go. */
            readonly destination?: string | null;
            /** @description Why the latest session failed or warned. Lines end with CR LF. */
            readonly failureMessage?: string | null;
            /**
             * Format: int64
             * @description Space left at the destination; null when the job never ran.
             */
            readonly freeSpace?: number | null;
            /** @description Uid of the job. */
            readonly instanceUid: string;
            /** @description False when the job is switched off. */
            readonly isEnabled?: boolean | null;
            /** @description How long the latest session took, in seconds. */
            readonly lastDuration?: number | null;
            /**
             * @description When the latest session finished.
             * @example 2016-11-01T10:35:28.0000000-07:00
             */
            readonly lastEndTime?: string | null;
            /** @description Who changed them last. */
            readonly lastModifiedBy?: string | null;
            /** @description When its settings were last changed. */
            readonly lastModifiedDate?: string | null;
            /**
             * @description When the latest session started; null, or in year 1, when the job never ran. With the offset of a time zone.
             * @example 2016-11-01T10:35:28.0000000-07:00
             */
            readonly lastRun?: string | null;
            /** @description Name of the job. */
            readonly name?: string | null;
            /** @description When the schedule starts it next. */
            readonly nextRun?: string | null;
            /**
             * @description How the agent is licensed.
             * @enum {string}
             */
            readonly operationMode?: "UnLicensed" | "Server" | "Workstation" | "Unknown";
            /** @description Uid of the organization. */
            readonly organizationUid?: string | null;
            /** @description How many restore points there are. */
            readonly restorePoints?: number | null;
            /**
             * @description How the job is scheduled.
             * @enum {string}
             */
            readonly scheduleType?: "NotScheduled" | "Unknown" | "Daily" | "Monthly" | "Periodically" | "Continuously";
            /**
             * @description Status of the latest session.
             * @enum {string}
             */
            readonly status: "Unknown" | "None" | "Success" | "Warning" | "Failed" | "Starting" | "Running" | "Stopping";
            /**
             * @description Kind of destination.
             * @enum {string}
             */
            readonly targetType?: "LocalFolder" | "SharedFolder" | "BackupRepository" | "CloudRepository" | "Unknown";
        };
        /** @description A job of an agent. */
        readonly MacAgentJobEnvelopeV3: {
            readonly data: components["schemas"]["MacAgentJobV3"];
            readonly errors?: components["schemas"]["Errors"];
            readonly meta?: components["schemas"]["Meta"];
        };
        /** @description One job of an agent for Mac. It lacks three fields of the list. */
        readonly MacAgentJobV3: {
            /** @description How long its sessions take on average, in seconds. */
            readonly avgDuration?: number | null;
            /**
             * Format: int64
             * @description Size of all restore points together, in bytes.
             */
            readonly backedUpSize?: number | null;
            /** @description Uid of the agent. */
            readonly backupAgentUid?: string | null;
            /**
             * @description What is backed up.
             * @enum {string}
             */
            readonly backupMode?: "EntireComputer" | "Volume" | "File" | "Unknown";
            /**
             * @description How the job relates to its policy.
             * @enum {string}
             */
            readonly backupPolicyAssignStatus?: "Unassigned" | "Assigned" | "Custom" | "Outdated" | "Applying" | "FailedToApply" | "Deleting" | "Warning" | "Unknown";
            /** @description Why its policy could not be applied. */
            readonly backupPolicyFailureMessage?: string | null;
            /** @description Name of its policy. */
            readonly backupPolicyName?: string | null;
            /** @description Uid of its policy. */
            readonly backupPolicyUid?: string | null;
            /** @description Uid of its configuration. */
            readonly configUid?: string | null;
            /** @description Description of the job. */
            readonly description?: string | null;
            /** @description Where the backups go. */
            readonly destination?: string | null;
            /** @description Why the latest session failed or warned. Lines end with CR LF. */
            readonly failureMessage?: string | null;
            /**
             * Format: int64
             * @description Space left at the destination; null when the job never ran.
             */
            readonly freeSpace?: number | null;
            /** @description Uid of the job. */
            readonly instanceUid: string;
            /** @description False when the job is switched off. */
            readonly isEnabled?: boolean | null;
            /** @description How long the latest session took, in seconds. */
            readonly lastDuration?: number | null;
            /**
             * @description When the latest session finished.
             * @example 2016-11-01T10:35:28.0000000-07:00
             */
            readonly lastEndTime?: string | null;
            /** @description Who changed them last. */
            readonly lastModifiedBy?: string | null;
            /** @description When its settings were last changed. */
            readonly lastModifiedDate?: string | null;
            /**
             * @description When the latest session started; null, or in year 1, when the job never ran. With the offset of a time zone.
             * @example 2016-11-01T10:35:28.0000000-07:00
             */
            readonly lastRun?: string | null;
            /** @description Name of the job. */
            readonly name?: string | null;
            /** @description When the schedule starts it next. */
            readonly nextRun?: string | null;
            /**
             * @description How the agent is licensed.
             * @enum {string}
             */
            readonly operationMode?: "UnLicensed" | "Server" | "Workstation" | "Unknown";
            /** @description Uid of the organization. */
            readonly organizationUid?: string | null;
            /** @description How many restore points there are. */
            readonly restorePoints?: number | null;
            /**
             * @description How the job is scheduled.
             * @enum {string}
             */
            readonly scheduleType?: "NotScheduled" | "Unknown" | "Daily" | "Monthly" | "Periodically" | "Continuously";
            /**
             * @description Status of the latest session.
             * @enum {string}
             */
            readonly status: "Unknown" | "None" | "Success" | "Warning" | "Failed" | "Starting" | "Running" | "Stopping";
            /**
             * @description Kind of destination.
             * @enum {string}
             */
            readonly targetType?: "LocalFolder" | "SharedFolder" | "BackupRepository" | "CloudRepository" | "Unknown";
        };
        /** @description Facts about the answer. */
        readonly Meta: {
            readonly pagingInfo?: components["schemas"]["PagingInfo"] | null;
        } | null;
        /** @description On which day of which months, and when. */
        readonly MonthlyScheduleOptions: {
            /**
             * @description Which of these days in a month.
             * @enum {string}
             */
            readonly dayNumberInMonth?: "First" | "Second" | "Third" | "Fourth" | "Last" | "OnDay" | "Unknown";
            /**
             * @description Day of the week.
             * @enum {string}
             */
            readonly dayOfWeek?: "Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday";
            /** @description The months. */
            readonly months?: readonly ("January" | "February" | "March" | "April" | "May" | "June" | "July" | "August" | "September" | "October" | "November" | "December")[] | null;
            /** @description Time of the day, in the zone of the backup server. */
            readonly time?: string | null;
            /** @description Time of the day, in UTC. */
            readonly timeUtc?: string | null;
        };
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
            /** @description Error message. */
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
        /** @description Which part of the list this is. */
        readonly PagingInfo: {
            /** @description Rows in this answer. */
            readonly count?: number;
            /** @description Rows that were left out. */
            readonly offset?: number;
            /** @description The same, as one of the examples spells it. */
            readonly skip?: number;
            /** @description Rows in all. */
            readonly total?: number;
        };
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
        /** @description Again and again. */
        readonly PeriodicallyScheduleOptions: {
            /** @description Length of the interval. */
            readonly fullPeriod?: number | null;
            /**
             * @description Unit of the interval.
             * @enum {string}
             */
            readonly kind?: "Seconds" | "Minutes" | "Hours" | "Days" | "Unknown";
            /** @description When it may run. */
            readonly schedule?: readonly components["schemas"]["ScheduleTimePeriod"][] | null;
        };
        /** @description A policy of an appliance that backs a public cloud up. The console reports neither its schedule nor its runs. */
        readonly PublicCloudPolicy: {
            /**
             * @description Who manages the appliance.
             * @enum {string}
             */
            readonly applianceManagementType?: "ByConsole" | "ByBackupServer" | "Unknown";
            /** @description Uid of the appliance. */
            readonly applianceUid?: string | null;
            /** @description Uid of the backup server that the appliance is connected to. */
            readonly backupServerUid?: string | null;
            /** @description Uid of the policy. */
            readonly instanceUid?: string;
            /** @description Name of the policy. */
            readonly name?: string | null;
            /** @description Uid of the organization that it is assigned to. */
            readonly organizationUid?: string | null;
            /**
             * @description The cloud.
             * @enum {string}
             */
            readonly platformType?: "Amazon" | "Azure" | "Google" | "Unknown";
            /**
             * @description What it backs up.
             * @enum {string}
             */
            readonly policyType?: "VirtualMachine" | "FileShare" | "Database" | "CloudNetwork" | "Unknown";
            /**
             * @description Whether its schedule is switched on.
             * @enum {string}
             */
            readonly state?: "Enabled" | "Disabled" | "Enabling" | "Disabling" | "Unknown";
            /**
             * @description What the policy is doing.
             * @enum {string}
             */
            readonly status?: "Idle" | "Running" | "Starting" | "Stopping" | "Deleting" | "Unknown";
        };
        /** @description One policy. */
        readonly PublicCloudPolicyEnvelope: {
            readonly data: components["schemas"]["PublicCloudPolicy"];
            /** @description What went wrong. */
            readonly errors?: readonly components["schemas"]["ErrorDetails"][] | null;
            readonly meta?: components["schemas"]["Meta"];
        };
        /** @description A page of policies. */
        readonly PublicCloudPolicyList: {
            /** @description The policies. */
            readonly data: readonly components["schemas"]["PublicCloudPolicy"][];
            /** @description What went wrong. */
            readonly errors?: readonly components["schemas"]["ErrorDetails"][] | null;
            readonly meta?: components["schemas"]["Meta"];
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
        /** @description Hours of a day of the week. */
        readonly ScheduleTimePeriod: {
            /**
             * @description The day.
             * @enum {string}
             */
            readonly day?: "Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday";
            /** @description The hours. */
            readonly hours?: readonly number[] | null;
        };
        /** @description A job of a backup server with the facts of its last session. The vendor spells three fields differently in its example and in its list of properties; either may come, and both are described. */
        readonly ServerJob: {
            /** @description How long its sessions take on average, in seconds. */
            readonly avgDuration?: number | null;
            /**
             * Format: int64
             * @description Size of all backup files of the job, in bytes.
             */
            readonly backupChainSize?: number | null;
            /** @description Uid of the backup server. */
            readonly backupServerUid?: string | null;
            /**
             * @description What slowed the latest session down.
             * @enum {string}
             */
            readonly bottleneck?: "Source" | "SourceWanAccelerator" | "Proxy" | "Network" | "TargetWanAccelerator" | "Target" | "None" | "Unknown";
            /** @description Who made the job. */
            readonly createdBy?: string | null;
            /** @description When the job was made. */
            readonly creationTime?: string | null;
            /** @description Description of the job. */
            readonly description?: string | null;
            /** @description Name of the target. */
            readonly destination?: string | null;
            /** @description Other spelling of `lastDuration`. */
            readonly duration?: number | null;
            /** @description Other spelling of `lastEndTime`. */
            readonly endTime?: string | null;
            /** @description Why the latest session failed. Lines end with CR LF. */
            readonly failureMessage?: string | null;
            /** @description Uid of the job at its backup server. */
            readonly instanceUid: string;
            /** @description False when the job is switched off. */
            readonly isEnabled: boolean | null;
            /** @description True when some backups are kept longer. */
            readonly isGfsOptionEnabled?: boolean | null;
            /** @description How long the latest session took, in seconds; spelled `duration` in the example. */
            readonly lastDuration?: number | null;
            /** @description When the latest session ended; spelled `endTime` in the example. */
            readonly lastEndTime?: string | null;
            /**
             * @description When the latest session started; null, or in year 1, when the job never ran.
             * @example 2016-11-01T10:35:28.0000000-07:00
             */
            readonly lastRun?: string | null;
            /** @description Objects of the latest session, for backups and replications of machines. */
            readonly lastSessionTasks?: readonly components["schemas"]["SessionTask"][] | null;
            /** @description Uid of the location of the backup server. */
            readonly locationUid?: string | null;
            /** @description Uid of the organization that the job is assigned to. */
            readonly mappedOrganizationUid?: string | null;
            /** @description Name of the job. */
            readonly name?: string | null;
            /** @description Uid of the organization that owns the backup server. */
            readonly organizationUid?: string | null;
            /** @description Rate at which the latest session worked. Its unit is not documented. */
            readonly processingRate?: number | null;
            /** @description How many days or restore points are kept. */
            readonly retentionLimit?: number | null;
            /**
             * @description What the limit counts.
             * @enum {string}
             */
            readonly retentionLimitType?: "Days" | "RestorePoints" | "None" | "Unknown";
            readonly schedule?: components["schemas"]["ServerJobSchedule"];
            /**
             * @description How the job is scheduled; an example of 4.0 spells it `schedulingType`.
             * @enum {string}
             */
            readonly scheduleType?: "NotScheduled" | "Unknown" | "Daily" | "Monthly" | "Periodically" | "Continuously" | "Chained" | "BackupWindow";
            /** @description Other spelling of `scheduleType`. */
            readonly schedulingType?: string | null;
            /** @description Uid of its Cloud Connect site. */
            readonly siteUid?: string | null;
            /**
             * @description Status of the latest session, or state of the job.
             * @enum {string}
             */
            readonly status: "Unknown" | "None" | "Idle" | "Success" | "Warning" | "Failed" | "Starting" | "Running" | "Stopping" | "Enabling" | "Disabling" | "WaitingTape" | "WaitingRepository";
            /**
             * @description Kind of the target.
             * @enum {string}
             */
            readonly targetType?: "Local" | "Cloud" | "None" | "Unknown";
            /**
             * Format: int64
             * @description What the latest session moved to the target, in bytes.
             */
            readonly transferredData?: number | null;
            /**
             * @description What the job does.
             * @enum {string}
             */
            readonly type?: "BackupVm" | "ReplicationVM" | "CdpReplicationVM" | "CopyVm" | "BackupCopy" | "SimpleBackupCopy" | "BackupToTape" | "FileToTape" | "BackupFile" | "BackupFileCopy" | "CopyFile" | "ObjectStorageBackup" | "ObjectStorageBackupCopy" | "AgentBackupJob" | "AgentPolicy" | "AwsBackupJob" | "AzureBackupJob" | "GoogleBackupJob" | "AhvStorageSnapshotJob" | "SqlLogBackup" | "OracleLogBackup" | "PostgreSqlLogBackup" | "SureBackup" | "SobrMaintenance" | "Unknown";
            /** @description Uid of the job in the console. */
            readonly uniqueUid?: string | null;
        };
        /** @description A job of a backup server. */
        readonly ServerJobEnvelope: {
            readonly data: components["schemas"]["ServerJob"];
            readonly errors?: components["schemas"]["Errors"];
            readonly meta?: components["schemas"]["Meta"];
        };
        /** @description A page of jobs of backup servers. */
        readonly ServerJobList: {
            /** @description The rows. */
            readonly data: readonly components["schemas"]["ServerJob"][];
            readonly errors?: components["schemas"]["Errors"];
            readonly meta?: components["schemas"]["Meta"];
        };
        /** @description The schedule of a job of a backup server, with the part that its type is about. It does not say when the job runs next. */
        readonly ServerJobSchedule: {
            readonly backupWindowOptions?: components["schemas"]["BackupWindowOptions"];
            readonly chainingOptions?: components["schemas"]["ChainingOptions"];
            /** @description Whether it runs again as soon as it has ended. */
            readonly continuousScheduleEnabled?: boolean;
            readonly dailyScheduleOptions?: components["schemas"]["DailyScheduleOptions"];
            readonly monthlyScheduleOptions?: components["schemas"]["MonthlyScheduleOptions"];
            readonly periodicallyScheduleOptions?: components["schemas"]["PeriodicallyScheduleOptions"];
            /** @description When the schedule starts, in the zone of the backup server. */
            readonly startDateTime?: string | null;
            /** @description When the schedule starts, in UTC. */
            readonly startDateTimeUtc?: string | null;
        };
        /** @description One object of the latest session. */
        readonly SessionTask: {
            /** @description How long it took, in seconds. */
            readonly duration?: number | null;
            /** @description When it ended. */
            readonly endTime?: string | null;
            /** @description What went wrong with the object. */
            readonly failureMessages?: readonly string[] | null;
            /** @description Uid of the task. */
            readonly instanceUid?: string;
            /** @description Name of the object. */
            readonly objectName?: string | null;
            /** @description Uid of the object. */
            readonly objectUid?: string | null;
            /** @description How many objects are done. */
            readonly processedObjects?: number | null;
            /**
             * Format: int64
             * @description What was read, in bytes.
             */
            readonly readDataSize?: number | null;
            /** @description When it started. */
            readonly startTime?: string | null;
            /**
             * @description Status of the task.
             * @enum {string}
             */
            readonly status?: "Pending" | "Running" | "Success" | "Warning" | "Failed" | "Unknown";
            /** @description How many objects there are. */
            readonly totalObjects?: number | null;
            /**
             * Format: int64
             * @description What was moved, in bytes.
             */
            readonly transferredDataSize?: number | null;
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
        /** @description Request to the token endpoint. */
        readonly TokenRequest: components["schemas"]["PasswordGrant"] | components["schemas"]["RefreshTokenGrant"];
        /** @description Request to the token endpoint of v3. */
        readonly TokenRequestV3: components["schemas"]["PasswordGrant"] | components["schemas"]["RefreshTokenGrant"];
        /** @description A pair of tokens; without an access token, the user needs a second factor. */
        readonly TokenV3: {
            /** @description The token to send. Opaque. */
            readonly access_token?: string | null;
            /** @description Code of another grant. */
            readonly encrypted_code?: string | null;
            /**
             * @description Seconds until the access token expires, although its description speaks of a date.
             * @example 3600
             */
            readonly expires_in?: number | null;
            /** @description Given instead of an access token to a user who needs a second factor. */
            readonly mfa_token?: string | null;
            /** @description The token to renew with. */
            readonly refresh_token?: string | null;
            /**
             * @description Kind of token.
             * @example bearer
             */
            readonly token_type?: string | null;
        };
        /** @description A user, as far as it is read. */
        readonly User: {
            /** @description Credentials. */
            readonly credentials?: Record<string, never>;
            /** @description Uid of the user. */
            readonly instanceUid?: string;
            /**
             * @description Whether a second factor is set up.
             * @enum {string}
             */
            readonly mfaPolicyConfigurationStatus?: "Configured" | "NotConfigured" | "Unknown";
            /**
             * @description Whether the user needs a second factor.
             * @enum {string}
             */
            readonly mfaPolicyStatus?: "Disabled" | "Enabled" | "EnabledByInheritance" | "Unknown";
            /** @description Uid of the organization. */
            readonly organizationUid?: string;
            readonly profile: components["schemas"]["UserProfile"];
            /**
             * @description What the user may do.
             * @enum {string}
             */
            readonly role: "CompanyAdministrator" | "CompanyInvoiceAuditor" | "CompanyLocationAdministrator" | "CompanyLocationUser" | "CompanyOwner" | "CompanySubtenant" | "CompanyTenant" | "PortalAdministrator" | "PortalOperator" | "PortalReadonlyOperator" | "ResellerAdministrator" | "ResellerInvoiceAuditor" | "ResellerOperator" | "ResellerOwner" | "ResellerUser" | "SiteAdministrator" | "Unknown";
            /**
             * @description Whether the user may sign in.
             * @enum {string}
             */
            readonly status?: "Enabled" | "Disabled" | "Unknown";
            /** @description Name of the user. */
            readonly userName?: string;
        };
        /** @description A user. */
        readonly UserEnvelope: {
            readonly data: components["schemas"]["User"];
            readonly errors?: components["schemas"]["Errors"];
            readonly meta?: components["schemas"]["Meta"];
        };
        /** @description What is known of the person. */
        readonly UserProfile: {
            /** @description Address. */
            readonly address?: string | null;
            /** @description Address for mail. */
            readonly email?: string | null;
            /** @description First name. */
            readonly firstName?: string | null;
            /** @description Last name. */
            readonly lastName?: string | null;
            /** @description Telephone. */
            readonly phone?: string | null;
            /**
             * @description Title.
             * @enum {string}
             */
            readonly title?: "Mr" | "Mrs" | "Ms" | "Miss" | "Unknown";
        };
        /** @description A job of an agent. */
        readonly WindowsAgentJobEnvelopeV3: {
            readonly data: components["schemas"]["WindowsAgentJobV3"];
            readonly errors?: components["schemas"]["Errors"];
            readonly meta?: components["schemas"]["Meta"];
        };
        /** @description One job of an agent for Windows. It lacks three fields of the list. */
        readonly WindowsAgentJobV3: {
            /** @description How long its sessions take on average, in seconds. */
            readonly avgDuration?: number | null;
            /**
             * Format: int64
             * @description Size of all restore points together, in bytes.
             */
            readonly backedUpSize?: number | null;
            /** @description Uid of the agent. */
            readonly backupAgentUid?: string | null;
            /**
             * @description What is backed up.
             * @enum {string}
             */
            readonly backupMode?: "EntireComputer" | "Volume" | "File" | "Unknown";
            /**
             * @description How the job relates to its policy.
             * @enum {string}
             */
            readonly backupPolicyAssignStatus?: "Unassigned" | "Assigned" | "Custom" | "Outdated" | "Applying" | "FailedToApply" | "Deleting" | "Warning" | "Unknown";
            /** @description Why its policy could not be applied. */
            readonly backupPolicyFailureMessage?: string | null;
            /** @description Name of its policy. */
            readonly backupPolicyName?: string | null;
            /** @description Uid of its policy. */
            readonly backupPolicyUid?: string | null;
            /** @description Uid of its configuration. */
            readonly configUid?: string | null;
            /** @description Description of the job. */
            readonly description?: string | null;
            /** @description Where the backups go. */
            readonly destination?: string | null;
            /** @description Why the latest session failed or warned. Lines end with CR LF. */
            readonly failureMessage?: string | null;
            /**
             * Format: int64
             * @description Space left at the destination; null when the job never ran.
             */
            readonly freeSpace?: number | null;
            /** @description Uid of the job. */
            readonly instanceUid: string;
            /** @description False when the job is switched off. */
            readonly isEnabled?: boolean | null;
            /** @description How long the latest session took, in seconds. */
            readonly lastDuration?: number | null;
            /**
             * @description When the latest session finished.
             * @example 2016-11-01T10:35:28.0000000-07:00
             */
            readonly lastEndTime?: string | null;
            /** @description Who changed them last. */
            readonly lastModifiedBy?: string | null;
            /** @description When its settings were last changed. */
            readonly lastModifiedDate?: string | null;
            /**
             * @description When the latest session started; null, or in year 1, when the job never ran. With the offset of a time zone.
             * @example 2016-11-01T10:35:28.0000000-07:00
             */
            readonly lastRun?: string | null;
            /** @description Name of the job. */
            readonly name?: string | null;
            /** @description When the schedule starts it next. */
            readonly nextRun?: string | null;
            /**
             * @description How the agent is licensed.
             * @enum {string}
             */
            readonly operationMode?: "UnLicensed" | "Server" | "Workstation" | "Unknown";
            /** @description Uid of the organization. */
            readonly organizationUid?: string | null;
            /** @description How many restore points there are. */
            readonly restorePoints?: number | null;
            /** @description Events that start it. */
            readonly scheduleEvents?: readonly ("AtLock" | "AtLogoff" | "WhenBackupTargetIsConnected" | "Unknown")[];
            /**
             * @description How the job is scheduled.
             * @enum {string}
             */
            readonly scheduleType?: "NotScheduled" | "Unknown" | "Daily" | "Monthly" | "Periodically" | "Continuously";
            /**
             * @description Status of the latest session.
             * @enum {string}
             */
            readonly status: "Unknown" | "None" | "Success" | "Warning" | "Failed" | "Starting" | "Running" | "Stopping";
            /**
             * @description Kind of destination. The list of all jobs has other words.
             * @enum {string}
             */
            readonly targetType?: "Local" | "Cloud" | "Unknown";
        };
    };
    responses: {
        /** @description The answer takes longer. Where it can be had says `Location`, whose path is documented as `/asyncAction/{id}` while the resource is `/asyncActions/{id}`. */
        readonly Accepted: {
            headers: {
                /** @description Address of the action. */
                readonly Location?: string;
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Something in the request is not accepted. */
        readonly BadRequest: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The state does not allow it. The status is documented for v3; which conflicts there are is not, and for v2 it is inferred. */
        readonly Conflict: {
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
        /** @description Too many requests, at once or within a span of time. Documented for v3, whose body may say how long to wait; for v2 inferred. */
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
        /** @description Whether a full backup is made. */
        readonly ActiveFullBackup: boolean;
        /** @description Id of the agent. */
        readonly AgentId: string;
        /** @description Whether the agent may take a larger licence where its policy needs one. */
        readonly AllowLicenseEscalate: boolean;
        /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
        readonly ClientVersion: string;
        /** @description Condition on properties of the resource, in the manner of OData. Applied first. */
        readonly Filter: string;
        /** @description Condition as JSON: an array of, or one, object with `property`, `operation`, `collation` and `value`; the operations `and`, `or` and `not` carry `items` instead. Texts are compared with case unless the collation is `ignorecase`. */
        readonly FilterV3: string;
        /** @description How many to answer, at most 500 unless the console was set up otherwise. */
        readonly Limit: number;
        /** @description How many to leave out. */
        readonly Offset: number;
        /** @description Property to order by, in the manner of OData. Applied with the filter. */
        readonly OrderBy: string;
        /** @description Whether the restore points of the job go with it. */
        readonly RemoveRestorePoints: boolean;
        /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
        readonly RequestId: string;
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
    readonly getAbout: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The console. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AboutEnvelope"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getAsyncAction: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            readonly path: {
                /** @description Id of the action. */
                readonly actionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The action. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AsyncActionEnvelope"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getAsyncActionResult: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            readonly path: {
                /** @description Id of the action. */
                readonly actionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The original answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AnyEnvelope"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listAgentsV3: {
        readonly parameters: {
            readonly query?: {
                /** @description Condition as JSON: an array of, or one, object with `property`, `operation`, `collation` and `value`; the operations `and`, `or` and `not` carry `items` instead. Texts are compared with case unless the collation is `ignorecase`. */
                readonly filter?: components["parameters"]["FilterV3"];
                /** @description How many to answer, at most 500 unless the console was set up otherwise. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                readonly offset?: components["parameters"]["Offset"];
            };
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of agents. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AgentListV3"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listAgentJobsV3: {
        readonly parameters: {
            readonly query?: {
                /** @description Condition as JSON: an array of, or one, object with `property`, `operation`, `collation` and `value`; the operations `and`, `or` and `not` carry `items` instead. Texts are compared with case unless the collation is `ignorecase`. */
                readonly filter?: components["parameters"]["FilterV3"];
                /** @description How many to answer, at most 500 unless the console was set up otherwise. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                readonly offset?: components["parameters"]["Offset"];
            };
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of jobs. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AgentJobListV3"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getLinuxAgentJob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            readonly path: {
                /** @description Uid of the agent. */
                readonly agentUid: string;
                /** @description Uid of the job. */
                readonly jobUid: string;
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
                    readonly "application/json": components["schemas"]["LinuxAgentJobEnvelopeV3"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly deleteLinuxAgentJob: {
        readonly parameters: {
            readonly query: {
                /** @description Whether the restore points of the job go with it. */
                readonly removeRestorePoints: components["parameters"]["RemoveRestorePoints"];
            };
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                readonly "X-Request-id"?: components["parameters"]["RequestId"];
            };
            readonly path: {
                /** @description Uid of the agent. */
                readonly agentUid: string;
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The console accepted the request. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly startLinuxAgentJob: {
        readonly parameters: {
            readonly query?: {
                /** @description Whether a full backup is made. */
                readonly activeFullBackup?: components["parameters"]["ActiveFullBackup"];
            };
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                readonly "X-Request-id"?: components["parameters"]["RequestId"];
            };
            readonly path: {
                /** @description Uid of the agent. */
                readonly agentUid: string;
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The console accepted the request. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly stopLinuxAgentJob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                readonly "X-Request-id"?: components["parameters"]["RequestId"];
            };
            readonly path: {
                /** @description Uid of the agent. */
                readonly agentUid: string;
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The console accepted the request. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getMacAgentJob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            readonly path: {
                /** @description Uid of the agent. */
                readonly agentUid: string;
                /** @description Uid of the job. */
                readonly jobUid: string;
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
                    readonly "application/json": components["schemas"]["MacAgentJobEnvelopeV3"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly deleteMacAgentJob: {
        readonly parameters: {
            readonly query: {
                /** @description Whether the restore points of the job go with it. */
                readonly removeRestorePoints: components["parameters"]["RemoveRestorePoints"];
            };
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                readonly "X-Request-id"?: components["parameters"]["RequestId"];
            };
            readonly path: {
                /** @description Uid of the agent. */
                readonly agentUid: string;
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The console accepted the request. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly startMacAgentJob: {
        readonly parameters: {
            readonly query?: {
                /** @description Whether a full backup is made. */
                readonly activeFullBackup?: components["parameters"]["ActiveFullBackup"];
            };
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                readonly "X-Request-id"?: components["parameters"]["RequestId"];
            };
            readonly path: {
                /** @description Uid of the agent. */
                readonly agentUid: string;
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The console accepted the request. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly stopMacAgentJob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                readonly "X-Request-id"?: components["parameters"]["RequestId"];
            };
            readonly path: {
                /** @description Uid of the agent. */
                readonly agentUid: string;
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The console accepted the request. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getWindowsAgentJob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            readonly path: {
                /** @description Uid of the agent. */
                readonly agentUid: string;
                /** @description Uid of the job. */
                readonly jobUid: string;
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
                    readonly "application/json": components["schemas"]["WindowsAgentJobEnvelopeV3"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly deleteWindowsAgentJob: {
        readonly parameters: {
            readonly query: {
                /** @description Whether the restore points of the job go with it. */
                readonly removeRestorePoints: components["parameters"]["RemoveRestorePoints"];
            };
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                readonly "X-Request-id"?: components["parameters"]["RequestId"];
            };
            readonly path: {
                /** @description Uid of the agent. */
                readonly agentUid: string;
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The console accepted the request. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly patchWindowsAgentJob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                readonly "X-Request-id"?: components["parameters"]["RequestId"];
            };
            readonly path: {
                /** @description Uid of the agent. */
                readonly agentUid: string;
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["JsonPatch"];
            };
        };
        readonly responses: {
            /** @description The job as it is now. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WindowsAgentJobEnvelopeV3"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly startWindowsAgentJob: {
        readonly parameters: {
            readonly query?: {
                /** @description Whether a full backup is made. */
                readonly activeFullBackup?: components["parameters"]["ActiveFullBackup"];
            };
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                readonly "X-Request-id"?: components["parameters"]["RequestId"];
            };
            readonly path: {
                /** @description Uid of the agent. */
                readonly agentUid: string;
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The console accepted the request. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly stopWindowsAgentJob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                readonly "X-Request-id"?: components["parameters"]["RequestId"];
            };
            readonly path: {
                /** @description Uid of the agent. */
                readonly agentUid: string;
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The console accepted the request. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listServerJobs: {
        readonly parameters: {
            readonly query?: {
                /** @description Condition as JSON: an array of, or one, object with `property`, `operation`, `collation` and `value`; the operations `and`, `or` and `not` carry `items` instead. Texts are compared with case unless the collation is `ignorecase`. */
                readonly filter?: components["parameters"]["FilterV3"];
                /** @description How many to answer, at most 500 unless the console was set up otherwise. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                readonly offset?: components["parameters"]["Offset"];
            };
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of jobs. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ServerJobList"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getServerJob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            readonly path: {
                /** @description Uid of the job. */
                readonly jobUid: string;
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
                    readonly "application/json": components["schemas"]["ServerJobEnvelope"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly patchServerJob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                readonly "X-Request-id"?: components["parameters"]["RequestId"];
            };
            readonly path: {
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["JsonPatch"];
            };
        };
        readonly responses: {
            /** @description The job as it is now. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ServerJobEnvelope"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly retryServerJob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                readonly "X-Request-id"?: components["parameters"]["RequestId"];
            };
            readonly path: {
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The console accepted the request. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly startServerJob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                readonly "X-Request-id"?: components["parameters"]["RequestId"];
            };
            readonly path: {
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The console accepted the request. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly stopServerJob: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                readonly "X-Request-id"?: components["parameters"]["RequestId"];
            };
            readonly path: {
                /** @description Uid of the job. */
                readonly jobUid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The console accepted the request. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly listPublicCloudPolicies: {
        readonly parameters: {
            readonly query?: {
                /** @description Condition as JSON: an array of, or one, object with `property`, `operation`, `collation` and `value`; the operations `and`, `or` and `not` carry `items` instead. Texts are compared with case unless the collation is `ignorecase`. */
                readonly filter?: components["parameters"]["FilterV3"];
                /** @description How many to answer, at most 500 unless the console was set up otherwise. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                readonly offset?: components["parameters"]["Offset"];
            };
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of policies. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PublicCloudPolicyList"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getPublicCloudPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            readonly path: {
                /** @description Uid of the policy. */
                readonly policyUid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The policy. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PublicCloudPolicyEnvelope"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly disablePublicCloudPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                readonly "X-Request-id"?: components["parameters"]["RequestId"];
            };
            readonly path: {
                /** @description Uid of the policy. */
                readonly policyUid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The console accepted the request. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly enablePublicCloudPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                readonly "X-Request-id"?: components["parameters"]["RequestId"];
            };
            readonly path: {
                /** @description Uid of the policy. */
                readonly policyUid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The console accepted the request. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly startPublicCloudPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                readonly "X-Request-id"?: components["parameters"]["RequestId"];
            };
            readonly path: {
                /** @description Uid of the policy. */
                readonly policyUid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The console accepted the request. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly stopPublicCloudPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                readonly "X-Request-id"?: components["parameters"]["RequestId"];
            };
            readonly path: {
                /** @description Uid of the policy. */
                readonly policyUid: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The console accepted the request. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly createTokenV3: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/x-www-form-urlencoded": components["schemas"]["TokenRequestV3"];
            };
        };
        readonly responses: {
            /** @description A pair of tokens, or the token for the request with a second factor. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TokenV3"];
                };
            };
            /** @description The credentials, the refresh token or the grant are not accepted. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OAuthError"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly getCurrentUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                readonly "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The user. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UserEnvelope"];
                };
            };
            readonly 202: components["responses"]["Accepted"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
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
    readonly logOut: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The session has ended. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": string;
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
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
    readonly deleteBackupAgentJob: {
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
            /** @description The console's sentence about it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly startBackupAgentJob: {
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
            /** @description The console's sentence about it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly stopBackupAgentJob: {
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
            /** @description The console's sentence about it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
    readonly updateBackupAgentJob: {
        readonly parameters: {
            readonly query?: {
                /** @description Whether the agent may take a larger licence where its policy needs one. */
                readonly allowLicenseEscalate?: components["parameters"]["AllowLicenseEscalate"];
            };
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
            /** @description The console's sentence about it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Failure"];
        };
    };
}
