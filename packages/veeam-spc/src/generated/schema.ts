/* Generated from openapi/veeam-spc.yaml; do not edit. */

export interface paths {
    "/api/v3/about": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the version of the console
         * @description Which version of the console answers.
         */
        get: operations["getAbout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/asyncActions/{actionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the action. */
                actionId: string;
            };
            cookie?: never;
        };
        /**
         * Get an action
         * @description Status of an action. The header of the answer that began it spells the path `/asyncAction`.
         */
        get: operations["getAsyncAction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/asyncActions/{actionId}/result": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the action. */
                actionId: string;
            };
            cookie?: never;
        };
        /**
         * Get the result of an action
         * @description What the request would have been answered with at once. Kept for five minutes after a success and for an hour after a failure.
         */
        get: operations["getAsyncActionResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/infrastructure/backupAgents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List backup agents
         * @description The jobs of an agent do not say the name of its computer; the agents do.
         */
        get: operations["listAgentsV3"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/infrastructure/backupAgents/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the jobs of all backup agents
         * @description Jobs of agents for all systems. The order is not documented, and pages may shift while jobs come and go.
         */
        get: operations["listAgentJobsV3"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/infrastructure/backupAgents/linux/{agentUid}/jobs/{jobUid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Uid of the agent. */
                agentUid: string;
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        /**
         * Get one job of an agent for Linux
         * @description A single job is addressed by the system of its agent; the list of all systems is not.
         */
        get: operations["getLinuxAgentJob"];
        put?: never;
        post?: never;
        /**
         * Delete a job of an agent for Linux
         * @description The request must state whether the console deletes the restore points of the job as well.
         */
        delete: operations["deleteLinuxAgentJob"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/infrastructure/backupAgents/linux/{agentUid}/jobs/{jobUid}/start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Uid of the agent. */
                agentUid: string;
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a job of an agent for Linux
         * @description The console answers when it has queued the request, not when the work is done.
         */
        post: operations["startLinuxAgentJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/infrastructure/backupAgents/linux/{agentUid}/jobs/{jobUid}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Uid of the agent. */
                agentUid: string;
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a job of an agent for Linux
         * @description The console answers when it has queued the request, not when the work is done.
         */
        post: operations["stopLinuxAgentJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/infrastructure/backupAgents/mac/{agentUid}/jobs/{jobUid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Uid of the agent. */
                agentUid: string;
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        /**
         * Get one job of an agent for Mac
         * @description A single job is addressed by the system of its agent; the list of all systems is not.
         */
        get: operations["getMacAgentJob"];
        put?: never;
        post?: never;
        /**
         * Delete a job of an agent for Mac
         * @description The request must state whether the console deletes the restore points of the job as well.
         */
        delete: operations["deleteMacAgentJob"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/infrastructure/backupAgents/mac/{agentUid}/jobs/{jobUid}/start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Uid of the agent. */
                agentUid: string;
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a job of an agent for Mac
         * @description The console answers when it has queued the request, not when the work is done.
         */
        post: operations["startMacAgentJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/infrastructure/backupAgents/mac/{agentUid}/jobs/{jobUid}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Uid of the agent. */
                agentUid: string;
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a job of an agent for Mac
         * @description The console answers when it has queued the request, not when the work is done.
         */
        post: operations["stopMacAgentJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/infrastructure/backupAgents/windows/{agentUid}/jobs/{jobUid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Uid of the agent. */
                agentUid: string;
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        /**
         * Get one job of an agent for Windows
         * @description A single job is addressed by the system of its agent; the list of all systems is not.
         */
        get: operations["getWindowsAgentJob"];
        put?: never;
        post?: never;
        /**
         * Delete a job of an agent for Windows
         * @description The request must state whether the console deletes the restore points of the job as well.
         */
        delete: operations["deleteWindowsAgentJob"];
        options?: never;
        head?: never;
        /**
         * Change a job of an agent for Windows
         * @description Can switch the job on and off (`/isEnabled`), and start and stop it (`/status`, with `Running` and `Stopping`). Agents for the other systems have no such operation.
         */
        patch: operations["patchWindowsAgentJob"];
        trace?: never;
    };
    "/api/v3/infrastructure/backupAgents/windows/{agentUid}/jobs/{jobUid}/start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Uid of the agent. */
                agentUid: string;
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a job of an agent for Windows
         * @description The console answers when it has queued the request, not when the work is done.
         */
        post: operations["startWindowsAgentJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/infrastructure/backupAgents/windows/{agentUid}/jobs/{jobUid}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Uid of the agent. */
                agentUid: string;
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a job of an agent for Windows
         * @description The console answers when it has queued the request, not when the work is done.
         */
        post: operations["stopWindowsAgentJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/infrastructure/backupServers/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the jobs of all backup servers
         * @description Jobs of every type, those of agents that a backup server manages among them. The order is not documented.
         */
        get: operations["listServerJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/infrastructure/backupServers/jobs/{jobUid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        /**
         * Get one job of a backup server
         * @description Which of its two uids is meant is not documented; `instanceUid` is inferred, since every release has it.
         */
        get: operations["getServerJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a job of a backup server
         * @description Can switch the job on and off (`/isEnabled`), and start and stop it (`/status`, with `Running` and `Stopping`).
         */
        patch: operations["patchServerJob"];
        trace?: never;
    };
    "/api/v3/infrastructure/backupServers/jobs/{jobUid}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do a job of a backup server again for what failed
         * @description The console answers when it has queued the request, not when the work is done.
         */
        post: operations["retryServerJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/infrastructure/backupServers/jobs/{jobUid}/start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a job of a backup server
         * @description The console answers when it has queued the request, not when the work is done.
         */
        post: operations["startServerJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/infrastructure/backupServers/jobs/{jobUid}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a job of a backup server
         * @description The console answers when it has queued the request, not when the work is done.
         */
        post: operations["stopServerJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/infrastructure/backupServers/publicCloud/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the policies of all appliances for public clouds
         * @description Policies of Veeam Backup for AWS, Azure and Google Cloud, as far as a backup server manages their appliance.
         */
        get: operations["listPublicCloudPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/infrastructure/backupServers/publicCloud/policies/{policyUid}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Uid of the policy. */
                policyUid: string;
            };
            cookie?: never;
        };
        /**
         * Get one policy
         * @description A policy does not report its runs.
         */
        get: operations["getPublicCloudPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/infrastructure/backupServers/publicCloud/policies/{policyUid}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Uid of the policy. */
                policyUid: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a policy
         * @description The console answers when it has queued the request, not when the work is done.
         */
        post: operations["disablePublicCloudPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/infrastructure/backupServers/publicCloud/policies/{policyUid}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Uid of the policy. */
                policyUid: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable a policy
         * @description The console answers when it has queued the request, not when the work is done.
         */
        post: operations["enablePublicCloudPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/infrastructure/backupServers/publicCloud/policies/{policyUid}/start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Uid of the policy. */
                policyUid: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a policy
         * @description The console answers when it has queued the request, not when the work is done.
         */
        post: operations["startPublicCloudPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/infrastructure/backupServers/publicCloud/policies/{policyUid}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Uid of the policy. */
                policyUid: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a policy
         * @description The console answers when it has queued the request, not when the work is done.
         */
        post: operations["stopPublicCloudPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List organizations
         * @description The customers of the console. Jobs and agents say only the uid of theirs.
         */
        get: operations["listOrganizationsV3"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in, or renew a token
         * @description Renewing gives a new pair. A user who needs a second factor gets an answer of success without an access token. A wrong password is answered with 400 in the manner of OAuth, and not with the envelope of the other errors.
         */
        post: operations["createTokenV3"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the current user
         * @description The user of the token. Whether a key of the API has one is not documented.
         */
        get: operations["getCurrentUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in, or renew a token
         * @description Needs a Portal Administrator. Sessions of one user in several applications can end each other. Renewing gives a new pair. The response to a wrong password is not documented for v2; v3 answers 400 as OAuth defines it.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/accounts/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a token back
         * @description Ends the session of the access token. The answer is a sentence.
         */
        post: operations["logOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/backupAgents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List backup agents
         * @description A bare array without a count. Page size and order without parameters are not documented.
         */
        get: operations["listBackupAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/backupAgents/{agentId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the agent. */
                agentId: components["parameters"]["AgentId"];
            };
            cookie?: never;
        };
        /**
         * Get one backup agent
         * @description A job does not say the name of the computer that it works on; its agent does.
         */
        get: operations["getBackupAgent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/backupAgents/{agentId}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the agent. */
                agentId: components["parameters"]["AgentId"];
            };
            cookie?: never;
        };
        /**
         * List the jobs of a backup agent
         * @description A bare array without a count. Page size and order without parameters are not documented.
         */
        get: operations["listBackupAgentJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/backupAgents/{agentId}/jobs/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the agent. */
                agentId: components["parameters"]["AgentId"];
                /** @description Id of the job. */
                jobId: string;
            };
            cookie?: never;
        };
        /**
         * Get one job of a backup agent
         * @description With an id of zeros, which agents up to 2.2 give to all their jobs, it is not documented which job is answered.
         */
        get: operations["getBackupAgentJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/backupAgents/{agentId}/jobs/{jobId}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the agent. */
                agentId: components["parameters"]["AgentId"];
                /** @description Id of the job. */
                jobId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a job
         * @description Deletes the job. Whether the console deletes its restore points is not documented.
         */
        delete: operations["deleteBackupAgentJob"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/backupAgents/{agentId}/jobs/{jobId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the agent. */
                agentId: components["parameters"]["AgentId"];
                /** @description Id of the job. */
                jobId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a job
         * @description The response for a job that is running already is not documented; 409 is inferred.
         */
        post: operations["startBackupAgentJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/backupAgents/{agentId}/jobs/{jobId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the agent. */
                agentId: components["parameters"]["AgentId"];
                /** @description Id of the job. */
                jobId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a job
         * @description The response for a job that is not running is not documented; 409 is inferred.
         */
        post: operations["stopBackupAgentJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/backupAgents/{agentId}/jobs/{jobId}/update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the agent. */
                agentId: components["parameters"]["AgentId"];
                /** @description Id of the job. */
                jobId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a job up to date with its backup policy
         * @description Applies the current version of the policy that is assigned to the job.
         */
        post: operations["updateBackupAgentJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The version of the console. */
        About: {
            /** @description Newest version of an agent. */
            actualValVersion?: string | null;
            /** @description Newest version of an agent. */
            actualVamVersion?: string | null;
            /** @description Newest version of an agent. */
            actualVawVersion?: string | null;
            /** @description When it was installed. */
            installationDate?: string;
            /** @description Id of the installation. */
            installationId?: string;
            /** @description Version of a management agent. */
            linuxManagementAgentVersion?: string;
            /** @description Version of a management agent. */
            macManagementAgentVersion?: string;
            /**
             * @description Version of the console.
             * @example 9.1.0.30345
             */
            serverVersion?: string;
            /** @description Version of a management agent. */
            windowsManagementAgentVersion?: string;
        };
        /** @description The console. */
        AboutEnvelope: {
            data: components["schemas"]["About"];
            errors?: components["schemas"]["Errors"];
            meta?: components["schemas"]["Meta"];
        };
        /** @description A page of jobs of agents. */
        AgentJobListV3: {
            /** @description The rows. */
            data: components["schemas"]["AgentJobV3"][];
            errors?: components["schemas"]["Errors"];
            meta?: components["schemas"]["Meta"];
        };
        /** @description A job of an agent with the facts of its last session. */
        AgentJobV3: {
            /** @description How long its sessions take on average, in seconds. */
            avgDuration?: number | null;
            /**
             * Format: int64
             * @description Size of all restore points together, in bytes.
             */
            backedUpSize?: number | null;
            /** @description Uid of the agent. */
            backupAgentUid?: string | null;
            /**
             * @description What is backed up.
             * @enum {string}
             */
            backupMode?: "EntireComputer" | "Volume" | "File" | "Unknown";
            /**
             * @description How the job relates to its policy.
             * @enum {string}
             */
            backupPolicyAssignStatus?: "Unassigned" | "Assigned" | "Custom" | "Outdated" | "Applying" | "FailedToApply" | "Deleting" | "Warning" | "Unknown";
            /** @description Why its policy could not be applied. */
            backupPolicyFailureMessage?: string | null;
            /** @description Name of its policy. */
            backupPolicyName?: string | null;
            /** @description Uid of its policy. */
            backupPolicyUid?: string | null;
            /** @description Uid of its configuration. */
            configUid?: string | null;
            /** @description Description of the job. */
            description?: string | null;
            /** @description Where the backups go. */
            destination?: string | null;
            /** @description Why the latest session failed or warned. Lines end with CR LF. */
            failureMessage?: string | null;
            /**
             * Format: int64
             * @description Space left at the destination; null when the job never ran.
             */
            freeSpace?: number | null;
            /** @description Uid of the job. */
            instanceUid: string;
            /** @description False when the job is switched off. */
            isEnabled?: boolean | null;
            /** @description How long the latest session took, in seconds. */
            lastDuration?: number | null;
            /**
             * @description When the latest session finished.
             * @example 2016-11-01T10:35:28.0000000-07:00
             */
            lastEndTime?: string | null;
            /** @description Who changed them last. */
            lastModifiedBy?: string | null;
            /** @description When its settings were last changed. */
            lastModifiedDate?: string | null;
            /**
             * @description When the latest session started; null, or in year 1, when the job never ran. With the offset of a time zone.
             * @example 2016-11-01T10:35:28.0000000-07:00
             */
            lastRun?: string | null;
            /** @description Name of the job. */
            name?: string | null;
            /** @description When the schedule starts it next. */
            nextRun?: string | null;
            /**
             * @description How the agent is licensed.
             * @enum {string}
             */
            operationMode?: "UnLicensed" | "Server" | "Workstation" | "Unknown";
            /** @description Uid of the organization. */
            organizationUid?: string | null;
            /** @description Uid of the job on the side of the agent. */
            originalUid?: string | null;
            /** @description How many restore points there are. */
            restorePoints?: number | null;
            /** @description The schedule as text. */
            scheduleDisplayName?: string | null;
            /**
             * @description How the job is scheduled.
             * @enum {string}
             */
            scheduleType?: "NotScheduled" | "Unknown" | "Daily" | "Monthly" | "Periodically" | "Continuously";
            /**
             * @description Status of the latest session.
             * @enum {string}
             */
            status: "Unknown" | "None" | "Success" | "Warning" | "Failed" | "Starting" | "Running" | "Stopping";
            /**
             * @description System of the computer.
             * @enum {string}
             */
            systemType?: "Windows" | "Linux" | "Mac" | "Unknown";
            /**
             * @description Kind of destination. A single job of an agent for Windows has other words.
             * @enum {string}
             */
            targetType?: "LocalFolder" | "SharedFolder" | "BackupRepository" | "CloudRepository" | "Unknown";
        };
        /** @description A page of agents. */
        AgentListV3: {
            /** @description The rows. */
            data: components["schemas"]["AgentV3"][];
            errors?: components["schemas"]["Errors"];
            meta?: components["schemas"]["Meta"];
        };
        /** @description An agent, as far as it is read. */
        AgentV3: {
            /** @description When it was activated. */
            activationTime?: string | null;
            /**
             * @description System of the computer.
             * @enum {string}
             */
            agentPlatform?: "Windows" | "Linux" | "Mac" | "Unknown";
            /**
             * @description Settings that users of the computer may change.
             * @enum {string}
             */
            guiMode: "Full" | "ReadOnly" | "Unknown";
            /**
             * @description How it is installed.
             * @enum {string}
             */
            installationType?: "Full" | "Restricted" | "Installing" | "Uninstalling" | "Broken" | "Unknown";
            /** @description Uid of the agent. */
            instanceUid?: string;
            /**
             * @description State of the management agent.
             * @enum {string}
             */
            managementAgentStatus?: "Healthy" | "Warning" | "Error" | "Inaccessible" | "Installation" | "Restarting" | "Updating" | "Applying" | "FailedToUpdate" | "Unknown";
            /** @description Uid of the management agent. */
            managementAgentUid?: string;
            /**
             * @description Who manages the agent.
             * @enum {string}
             */
            managementMode?: "ManagedByConsole" | "ManagedByVBR" | "UnManaged" | "Unknown";
            /** @description Name of the computer. */
            name?: string | null;
            /**
             * @description How the agent is licensed.
             * @enum {string}
             */
            operationMode?: "UnLicensed" | "Server" | "Workstation" | "Unknown";
            /** @description Uid of the organization. */
            organizationUid?: string | null;
            /**
             * @description Kind of computer.
             * @enum {string}
             */
            platform?: "Physical" | "Virtual" | "Cloud" | "Unknown";
            /** @description How many of them run. */
            runningJobsCount?: number;
            /** @description Uid of its Cloud Connect site. */
            siteUid?: string | null;
            /**
             * @description Whether the agent runs.
             * @enum {string}
             */
            status?: "Active" | "NotRunning" | "Unknown";
            /** @description How many of them succeeded. */
            successJobsCount?: number;
            /** @description How many jobs it has. */
            totalJobsCount?: number;
            /** @description Version of the agent. */
            version?: string | null;
            /**
             * @description Whether the agent is the newest.
             * @enum {string}
             */
            versionStatus?: "UpToDate" | "OutOfDate" | "Unknown";
        };
        /** @description An answer of v3, whatever is in it. */
        AnyEnvelope: {
            /** @description The requested object or list. */
            data?: unknown;
            errors?: components["schemas"]["Errors"];
            meta?: components["schemas"]["Meta"];
        };
        /** @description A request that is worked off later. */
        AsyncAction: {
            /** @description Name of the operation. */
            actionName: string | null;
            /** @description Id of the action. */
            id: string;
            /** @description Uid of the user who caused it. */
            initiatorUid: string | null;
            /** @description Parameters of the request. */
            queryParameters: Record<string, never>;
            /** @description Body of the request. */
            requestBody?: string | null;
            /**
             * @description Status, in lower case.
             * @enum {string}
             */
            status: "running" | "succeed" | "failed" | "canceled";
        };
        /** @description An action. */
        AsyncActionEnvelope: {
            data: components["schemas"]["AsyncAction"];
            errors?: components["schemas"]["Errors"];
            meta?: components["schemas"]["Meta"];
        };
        /** @description An agent on a computer. */
        BackupAgent: {
            _links?: components["schemas"]["Links"];
            /** @description What is backed up. The sample of an agent shows an empty array, so the type of its items is not known. */
            backupMode?: unknown[] | string | null;
            /** @description True when backups are copied to the provider. */
            cloudCopy?: boolean | null;
            /** @description Id of the company that the computer belongs to. */
            companyId?: number | null;
            /**
             * @description What its user may see.
             * @example Na
             * @example ReadOnly
             * @example Full
             */
            guiMode?: string | null;
            /**
             * Format: uuid
             * @description Id of the agent.
             */
            id: string;
            /** @description True when its user may look and not change. */
            isReadOnlyMode?: boolean | null;
            /** @description True while settings are being changed. */
            isSettingsChanging?: boolean | null;
            /** @description True while the mode is being changed. */
            isViewModeChanging?: boolean | null;
            /** @description User who changed them last; a hyphen when no user did. */
            lastModificationDoneBy?: string | null;
            /**
             * Format: date-time
             * @description When its settings were last changed, with the offset of the console's time zone.
             */
            lastModified?: string | null;
            /** @description Id of the company's location. */
            locationId?: number | null;
            /** @description True when the agent can have more than one job. */
            multijobSupport?: boolean | null;
            /** @description Name of the computer. */
            name?: string | null;
            operationMode?: components["schemas"]["OperationMode"];
            operationModeId?: components["schemas"]["OperationMode"];
            /** @description True when the schedules of all its jobs are switched off. */
            scheduleDisabled?: boolean | null;
            /** @description The share of jobs that went well. */
            successfulPercentage?: number | null;
            /** @description How many of its jobs went well. */
            successJobsCount?: number | null;
            /** @description How many jobs it has. */
            totalJobsCount?: number | null;
            /**
             * @description What the computer is.
             * @example Physical
             * @example Cloud
             */
            vawPlatform?: string | null;
            /** @description Version of the agent. Up to 2.2, its jobs have ids of zeros. */
            version?: string | null;
        };
        /** @description A job of an agent with the facts of its last session. Lists and single answers spell three fields differently, with and without `Id` at the end; either may come, and both spellings are described. */
        BackupAgentJob: {
            _links?: components["schemas"]["Links"];
            /** @description How long its sessions take on average. The unit is not documented; v3 says seconds. */
            avgDuration?: number | null;
            backupMode?: components["schemas"]["BackupMode"];
            backupModeId?: components["schemas"]["BackupMode"];
            /** @description Id of the policy from which the job was created; 0 when there is none. */
            backupPolicyId?: number | null;
            /** @description Name of that policy. */
            backupPolicyName?: string | null;
            /** @description Note on the policy. */
            backupPolicyNote?: string | null;
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
            backupPolicyStatus?: string | null;
            /**
             * Format: int64
             * @description Size of all restore points together; 0 when the job never ran. Bytes by the look of the documented answer (inferred).
             */
            backupSize?: number | null;
            /** @description Id of the Cloud Connect agent of the site. */
            cloudConnectAgentUid?: string | null;
            /** @description Description of the job. */
            description?: string | null;
            /** @description Where the backups go. */
            destination?: string | null;
            /** @description True when the job is switched off. */
            disabled?: boolean | null;
            /** @description Why the last session failed or warned; empty or null when it did not. */
            failureMessage?: string | null;
            /**
             * Format: int64
             * @description Space left at the destination; 0 when the job never ran. Bytes as well (inferred).
             */
            freeSpace?: number | null;
            /**
             * Format: uuid
             * @description Id of the job. All zeros for agents up to 2.2, and so not unique.
             */
            id: string;
            /** @description How long the last session took. The unit is not documented; v3 says seconds. */
            lastDuration?: number | null;
            /** @description Who changed them last. */
            lastModificationDoneBy?: string | null;
            /**
             * @description When its settings were last changed, with seven digits of fraction and the offset of a time zone.
             * @example 2018-10-12T01:37:05.2423906+03:00
             */
            lastModified?: string | null;
            /** @description When the newest restore point was made. The documented answer has null beside two restore points, so it proves nothing. */
            lastRestorePoint?: string | null;
            /**
             * @description When the latest session started, according to the page of properties. UTC with `Z` after a run; `0001-01-01T00:00:00` without a zone when the job never ran.
             * @example 2018-12-07T08:30:00.767Z
             * @example 0001-01-01T00:00:00
             */
            lastRun?: string | null;
            lastSessionStatus?: components["schemas"]["LastSessionStatus"];
            lastSessionStatusId?: components["schemas"]["LastSessionStatus"];
            /** @description Name of the job or of its policy. */
            name?: string | null;
            /**
             * @description When the schedule starts it next, with the offset of a time zone.
             * @example 2018-12-08T00:30:00+03:00
             */
            nextRun?: string | null;
            operationMode?: components["schemas"]["OperationMode"];
            operationModeId?: components["schemas"]["OperationMode"];
            /** @description How many restore points there are; 0 when the job never ran. */
            restorePoints?: number | null;
            /**
             * @description How the job is scheduled.
             * @example NotScheduled
             * @example Unknown
             * @example Daily
             * @example Monthly
             * @example Periodically
             * @example Continuously
             */
            scheduleType?: string | null;
            /**
             * @description Kind of destination. Only `Local` was seen; the list of v2 is not known.
             * @example Local
             */
            targetType?: string | null;
        };
        /** @description Jobs of an agent. */
        BackupAgentJobList: components["schemas"]["BackupAgentJob"][];
        /** @description Agents. */
        BackupAgentList: components["schemas"]["BackupAgent"][];
        /**
         * @description What is backed up. `Folder` is in the documented answer, the other words are those of backup policies; the list is not known in full. The collection's page spells the field `backupMode`, the job's own page `backupModeId`.
         * @example Folder
         * @example EntireComputer
         * @example Volume
         * @example File
         */
        BackupMode: string | null;
        /** @description Within which hours. */
        BackupWindowOptions: {
            /** @description The hours. */
            timePeriods?: components["schemas"]["ScheduleTimePeriod"][] | null;
        };
        /** @description After which job. */
        ChainingOptions: {
            /** @description Uid of that job. */
            previousJobId?: string | null;
            /** @description Name of that job. */
            previousJobName?: string | null;
        };
        /** @description On which days, and when. */
        DailyScheduleOptions: {
            /** @description The days. */
            days?: ("Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday")[] | null;
            /**
             * @description Which days.
             * @enum {string}
             */
            kind?: "Everyday" | "WeekDays" | "SelectedDays" | "Unknown";
            /** @description Time of the day, in the zone of the backup server. */
            time?: string | null;
            /** @description Time of the day, in UTC. */
            timeUtc?: string | null;
        };
        /** @description The answer to a request without a result. */
        EmptyEnvelope: {
            /** @description Nothing. */
            data?: Record<string, never> | unknown[] | null;
            /** @description What went wrong. */
            errors?: components["schemas"]["ErrorDetails"][] | null;
            /** @description Nothing. */
            meta?: Record<string, never> | null;
        };
        /** @description One error. */
        ErrorDetails: {
            /** @description Code of the error, which may differ from the code of the answer. Its type is not documented. */
            code?: number | string | null;
            /** @description Error message. */
            message?: string | null;
            /** @description The parameter at fault. */
            parameterName?: string | null;
            /** @description The property at fault. */
            propertyName?: string | null;
            /** @description Seconds to wait. Documented for v3; for v2 inferred. */
            retryAfter?: number | null;
            /**
             * @description Kind of error. `transport` and `retryableLogical` may pass by themselves, `logical` is the caller's.
             * @example transport
             * @example logical
             * @example retryableLogical
             * @example security
             * @example unspecified
             */
            type?: string | null;
        };
        /** @description How errors are reported. */
        ErrorResponse: {
            /** @description The errors. */
            errors: components["schemas"]["ErrorDetails"][];
        };
        /** @description Errors; a list of them beside a status of success means that the request failed. */
        Errors: components["schemas"]["ErrorDetails"][] | null;
        /** @description Changes in the manner of RFC 6902. */
        JsonPatch: components["schemas"]["JsonPatchOperation"][];
        /** @description One change. */
        JsonPatchOperation: {
            /**
             * @description What is done.
             * @enum {string}
             */
            op: "add" | "replace" | "test" | "remove" | "move" | "copy";
            /**
             * @description What it is done to.
             * @example /isEnabled
             * @example /status
             */
            path: string;
            /** @description What it becomes. */
            value?: boolean | string;
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
        LastSessionStatus: string | null;
        /** @description A link. Its host may differ from the one that was called, so it must not be followed as it is. */
        Link: {
            /** @description Address, complete with host. */
            href?: string;
            /** @description Method to call it with. */
            method?: string;
            /**
             * @description What the link is for.
             * @example self
             * @example startJob
             * @example stopJob
             * @example update
             * @example delete
             * @example related
             */
            rel?: string;
        };
        /** @description What can be done now. Seen are `self`, `startJob`, `delete` and `related`; a running job presumably has `stopJob` (inferred). Whether they are always there, and which of them updates a job, is not documented. */
        Links: components["schemas"]["Link"][] | null;
        /** @description A job of an agent. */
        LinuxAgentJobEnvelopeV3: {
            data: components["schemas"]["LinuxAgentJobV3"];
            errors?: components["schemas"]["Errors"];
            meta?: components["schemas"]["Meta"];
        };
        /** @description One job of an agent for Linux. It lacks three fields of the list. */
        LinuxAgentJobV3: {
            /** @description How long its sessions take on average, in seconds. */
            avgDuration?: number | null;
            /**
             * Format: int64
             * @description Size of all restore points together, in bytes.
             */
            backedUpSize?: number | null;
            /** @description Uid of the agent. */
            backupAgentUid?: string | null;
            /**
             * @description What is backed up.
             * @enum {string}
             */
            backupMode?: "EntireComputer" | "Volume" | "File" | "Unknown";
            /**
             * @description How the job relates to its policy.
             * @enum {string}
             */
            backupPolicyAssignStatus?: "Unassigned" | "Assigned" | "Custom" | "Outdated" | "Applying" | "FailedToApply" | "Deleting" | "Warning" | "Unknown";
            /** @description Why its policy could not be applied. */
            backupPolicyFailureMessage?: string | null;
            /** @description Name of its policy. */
            backupPolicyName?: string | null;
            /** @description Uid of its policy. */
            backupPolicyUid?: string | null;
            /** @description Uid of its configuration. */
            configUid?: string | null;
            /** @description Description of the job. */
            description?: string | null;
            /** @description Where the backups go. */
            destination?: string | null;
            /** @description Why the latest session failed or warned. Lines end with CR LF. */
            failureMessage?: string | null;
            /**
             * Format: int64
             * @description Space left at the destination; null when the job never ran.
             */
            freeSpace?: number | null;
            /** @description Uid of the job. */
            instanceUid: string;
            /** @description False when the job is switched off. */
            isEnabled?: boolean | null;
            /** @description How long the latest session took, in seconds. */
            lastDuration?: number | null;
            /**
             * @description When the latest session finished.
             * @example 2016-11-01T10:35:28.0000000-07:00
             */
            lastEndTime?: string | null;
            /** @description Who changed them last. */
            lastModifiedBy?: string | null;
            /** @description When its settings were last changed. */
            lastModifiedDate?: string | null;
            /**
             * @description When the latest session started; null, or in year 1, when the job never ran. With the offset of a time zone.
             * @example 2016-11-01T10:35:28.0000000-07:00
             */
            lastRun?: string | null;
            /** @description Name of the job. */
            name?: string | null;
            /** @description When the schedule starts it next. */
            nextRun?: string | null;
            /**
             * @description How the agent is licensed.
             * @enum {string}
             */
            operationMode?: "UnLicensed" | "Server" | "Workstation" | "Unknown";
            /** @description Uid of the organization. */
            organizationUid?: string | null;
            /** @description How many restore points there are. */
            restorePoints?: number | null;
            /**
             * @description How the job is scheduled.
             * @enum {string}
             */
            scheduleType?: "NotScheduled" | "Unknown" | "Daily" | "Monthly" | "Periodically" | "Continuously";
            /**
             * @description Status of the latest session.
             * @enum {string}
             */
            status: "Unknown" | "None" | "Success" | "Warning" | "Failed" | "Starting" | "Running" | "Stopping";
            /**
             * @description Kind of destination.
             * @enum {string}
             */
            targetType?: "LocalFolder" | "SharedFolder" | "BackupRepository" | "CloudRepository" | "Unknown";
        };
        /** @description A job of an agent. */
        MacAgentJobEnvelopeV3: {
            data: components["schemas"]["MacAgentJobV3"];
            errors?: components["schemas"]["Errors"];
            meta?: components["schemas"]["Meta"];
        };
        /** @description One job of an agent for Mac. It lacks three fields of the list. */
        MacAgentJobV3: {
            /** @description How long its sessions take on average, in seconds. */
            avgDuration?: number | null;
            /**
             * Format: int64
             * @description Size of all restore points together, in bytes.
             */
            backedUpSize?: number | null;
            /** @description Uid of the agent. */
            backupAgentUid?: string | null;
            /**
             * @description What is backed up.
             * @enum {string}
             */
            backupMode?: "EntireComputer" | "Volume" | "File" | "Unknown";
            /**
             * @description How the job relates to its policy.
             * @enum {string}
             */
            backupPolicyAssignStatus?: "Unassigned" | "Assigned" | "Custom" | "Outdated" | "Applying" | "FailedToApply" | "Deleting" | "Warning" | "Unknown";
            /** @description Why its policy could not be applied. */
            backupPolicyFailureMessage?: string | null;
            /** @description Name of its policy. */
            backupPolicyName?: string | null;
            /** @description Uid of its policy. */
            backupPolicyUid?: string | null;
            /** @description Uid of its configuration. */
            configUid?: string | null;
            /** @description Description of the job. */
            description?: string | null;
            /** @description Where the backups go. */
            destination?: string | null;
            /** @description Why the latest session failed or warned. Lines end with CR LF. */
            failureMessage?: string | null;
            /**
             * Format: int64
             * @description Space left at the destination; null when the job never ran.
             */
            freeSpace?: number | null;
            /** @description Uid of the job. */
            instanceUid: string;
            /** @description False when the job is switched off. */
            isEnabled?: boolean | null;
            /** @description How long the latest session took, in seconds. */
            lastDuration?: number | null;
            /**
             * @description When the latest session finished.
             * @example 2016-11-01T10:35:28.0000000-07:00
             */
            lastEndTime?: string | null;
            /** @description Who changed them last. */
            lastModifiedBy?: string | null;
            /** @description When its settings were last changed. */
            lastModifiedDate?: string | null;
            /**
             * @description When the latest session started; null, or in year 1, when the job never ran. With the offset of a time zone.
             * @example 2016-11-01T10:35:28.0000000-07:00
             */
            lastRun?: string | null;
            /** @description Name of the job. */
            name?: string | null;
            /** @description When the schedule starts it next. */
            nextRun?: string | null;
            /**
             * @description How the agent is licensed.
             * @enum {string}
             */
            operationMode?: "UnLicensed" | "Server" | "Workstation" | "Unknown";
            /** @description Uid of the organization. */
            organizationUid?: string | null;
            /** @description How many restore points there are. */
            restorePoints?: number | null;
            /**
             * @description How the job is scheduled.
             * @enum {string}
             */
            scheduleType?: "NotScheduled" | "Unknown" | "Daily" | "Monthly" | "Periodically" | "Continuously";
            /**
             * @description Status of the latest session.
             * @enum {string}
             */
            status: "Unknown" | "None" | "Success" | "Warning" | "Failed" | "Starting" | "Running" | "Stopping";
            /**
             * @description Kind of destination.
             * @enum {string}
             */
            targetType?: "LocalFolder" | "SharedFolder" | "BackupRepository" | "CloudRepository" | "Unknown";
        };
        /** @description Facts about the answer. */
        Meta: {
            pagingInfo?: components["schemas"]["PagingInfo"] | null;
        } | null;
        /** @description On which day of which months, and when. */
        MonthlyScheduleOptions: {
            /**
             * @description Which of these days in a month.
             * @enum {string}
             */
            dayNumberInMonth?: "First" | "Second" | "Third" | "Fourth" | "Last" | "OnDay" | "Unknown";
            /**
             * @description Day of the week.
             * @enum {string}
             */
            dayOfWeek?: "Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday";
            /** @description The months. */
            months?: ("January" | "February" | "March" | "April" | "May" | "June" | "July" | "August" | "September" | "October" | "November" | "December")[] | null;
            /** @description Time of the day, in the zone of the backup server. */
            time?: string | null;
            /** @description Time of the day, in UTC. */
            timeUtc?: string | null;
        };
        /** @description An error of the token endpoint in the manner of OAuth, as v3 has it. */
        OAuthError: {
            /**
             * @description Code of the error. v3 says invalid_request for a wrong password.
             * @example invalid_request
             * @example invalid_client
             * @example invalid_grant
             * @example unauthorized_client
             * @example unsupported_grant_type
             * @example invalid_scope
             */
            error: string;
            /** @description Error message. */
            error_description?: string | null;
            /** @description Page about the error. */
            error_uri?: string | null;
        };
        /**
         * @description How the agent is licensed. The collection's page spells the field `operationModeId`, the job's own page `operationMode`.
         * @example UnLicensed
         * @example Server
         * @example Workstation
         */
        OperationMode: string | null;
        /** @description A page of organizations. */
        OrganizationListV3: {
            /** @description The rows. */
            data: components["schemas"]["OrganizationV3"][];
            errors?: components["schemas"]["Errors"];
            meta?: components["schemas"]["Meta"];
        };
        /** @description An organization, as far as it is read. */
        OrganizationV3: {
            /** @description Uid of the organization. */
            instanceUid: string;
            /** @description Name of the organization. */
            name: string;
        };
        /** @description Which part of the list this is. */
        PagingInfo: {
            /** @description Rows in this answer. */
            count?: number;
            /** @description Rows that were left out. */
            offset?: number;
            /** @description The same, as one of the examples spells it. */
            skip?: number;
            /** @description Rows in all. */
            total?: number;
        };
        /** @description Logs in. */
        PasswordGrant: {
            /**
             * @description Marks this grant.
             * @constant
             */
            grant_type: "password";
            /**
             * Format: password
             * @description Password of the user.
             */
            password: string;
            /**
             * @description Name of the user with its domain.
             * @example vac\administrator
             */
            username: string;
        };
        /** @description Again and again. */
        PeriodicallyScheduleOptions: {
            /** @description Length of the interval. */
            fullPeriod?: number | null;
            /**
             * @description Unit of the interval.
             * @enum {string}
             */
            kind?: "Seconds" | "Minutes" | "Hours" | "Days" | "Unknown";
            /** @description When it may run. */
            schedule?: components["schemas"]["ScheduleTimePeriod"][] | null;
        };
        /** @description A policy of an appliance that backs a public cloud up. The console reports neither its schedule nor its runs. */
        PublicCloudPolicy: {
            /**
             * @description Who manages the appliance.
             * @enum {string}
             */
            applianceManagementType?: "ByConsole" | "ByBackupServer" | "Unknown";
            /** @description Uid of the appliance. */
            applianceUid?: string | null;
            /** @description Uid of the backup server that the appliance is connected to. */
            backupServerUid?: string | null;
            /** @description Uid of the policy. */
            instanceUid?: string;
            /** @description Name of the policy. */
            name?: string | null;
            /** @description Uid of the organization that it is assigned to. */
            organizationUid?: string | null;
            /**
             * @description The cloud.
             * @enum {string}
             */
            platformType?: "Amazon" | "Azure" | "Google" | "Unknown";
            /**
             * @description What it backs up.
             * @enum {string}
             */
            policyType?: "VirtualMachine" | "FileShare" | "Database" | "CloudNetwork" | "Unknown";
            /**
             * @description Whether its schedule is switched on.
             * @enum {string}
             */
            state?: "Enabled" | "Disabled" | "Enabling" | "Disabling" | "Unknown";
            /**
             * @description What the policy is doing.
             * @enum {string}
             */
            status?: "Idle" | "Running" | "Starting" | "Stopping" | "Deleting" | "Unknown";
        };
        /** @description One policy. */
        PublicCloudPolicyEnvelope: {
            data: components["schemas"]["PublicCloudPolicy"];
            /** @description What went wrong. */
            errors?: components["schemas"]["ErrorDetails"][] | null;
            meta?: components["schemas"]["Meta"];
        };
        /** @description A page of policies. */
        PublicCloudPolicyList: {
            /** @description The policies. */
            data: components["schemas"]["PublicCloudPolicy"][];
            /** @description What went wrong. */
            errors?: components["schemas"]["ErrorDetails"][] | null;
            meta?: components["schemas"]["Meta"];
        };
        /** @description Renews a token. */
        RefreshTokenGrant: {
            /**
             * @description Marks this grant.
             * @constant
             */
            grant_type: "refresh_token";
            /** @description The refresh token last given. */
            refresh_token: string;
        };
        /** @description Hours of a day of the week. */
        ScheduleTimePeriod: {
            /**
             * @description The day.
             * @enum {string}
             */
            day?: "Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday";
            /** @description The hours. */
            hours?: number[] | null;
        };
        /** @description A job of a backup server with the facts of its last session. The vendor spells three fields differently in its example and in its list of properties; either may come, and both are described. */
        ServerJob: {
            /** @description How long its sessions take on average, in seconds. */
            avgDuration?: number | null;
            /**
             * Format: int64
             * @description Size of all backup files of the job, in bytes.
             */
            backupChainSize?: number | null;
            /** @description Uid of the backup server. */
            backupServerUid?: string | null;
            /**
             * @description What slowed the latest session down.
             * @enum {string}
             */
            bottleneck?: "Source" | "SourceWanAccelerator" | "Proxy" | "Network" | "TargetWanAccelerator" | "Target" | "None" | "Unknown";
            /** @description Who made the job. */
            createdBy?: string | null;
            /** @description When the job was made. */
            creationTime?: string | null;
            /** @description Description of the job. */
            description?: string | null;
            /** @description Name of the target. */
            destination?: string | null;
            /** @description Other spelling of `lastDuration`. */
            duration?: number | null;
            /** @description Other spelling of `lastEndTime`. */
            endTime?: string | null;
            /** @description Why the latest session failed. Lines end with CR LF. */
            failureMessage?: string | null;
            /** @description Uid of the job at its backup server. */
            instanceUid: string;
            /** @description False when the job is switched off. */
            isEnabled: boolean | null;
            /** @description True when some backups are kept longer. */
            isGfsOptionEnabled?: boolean | null;
            /** @description How long the latest session took, in seconds; spelled `duration` in the example. */
            lastDuration?: number | null;
            /** @description When the latest session ended; spelled `endTime` in the example. */
            lastEndTime?: string | null;
            /**
             * @description When the latest session started; null, or in year 1, when the job never ran.
             * @example 2016-11-01T10:35:28.0000000-07:00
             */
            lastRun?: string | null;
            /** @description Objects of the latest session, for backups and replications of machines. */
            lastSessionTasks?: components["schemas"]["SessionTask"][] | null;
            /** @description Uid of the location of the backup server. */
            locationUid?: string | null;
            /** @description Uid of the organization that the job is assigned to. */
            mappedOrganizationUid?: string | null;
            /** @description Name of the job. */
            name?: string | null;
            /** @description Uid of the organization that owns the backup server. */
            organizationUid?: string | null;
            /** @description Rate at which the latest session worked. Its unit is not documented. */
            processingRate?: number | null;
            /** @description How many days or restore points are kept. */
            retentionLimit?: number | null;
            /**
             * @description What the limit counts.
             * @enum {string}
             */
            retentionLimitType?: "Days" | "RestorePoints" | "None" | "Unknown";
            schedule?: components["schemas"]["ServerJobSchedule"];
            /**
             * @description How the job is scheduled; an example of 4.0 spells it `schedulingType`.
             * @enum {string}
             */
            scheduleType?: "NotScheduled" | "Unknown" | "Daily" | "Monthly" | "Periodically" | "Continuously" | "Chained" | "BackupWindow";
            /** @description Other spelling of `scheduleType`. */
            schedulingType?: string | null;
            /** @description Uid of its Cloud Connect site. */
            siteUid?: string | null;
            /**
             * @description Status of the latest session, or state of the job.
             * @enum {string}
             */
            status: "Unknown" | "None" | "Idle" | "Success" | "Warning" | "Failed" | "Starting" | "Running" | "Stopping" | "Enabling" | "Disabling" | "WaitingTape" | "WaitingRepository";
            /**
             * @description Kind of the target.
             * @enum {string}
             */
            targetType?: "Local" | "Cloud" | "None" | "Unknown";
            /**
             * Format: int64
             * @description What the latest session moved to the target, in bytes.
             */
            transferredData?: number | null;
            /**
             * @description What the job does.
             * @enum {string}
             */
            type?: "BackupVm" | "ReplicationVM" | "CdpReplicationVM" | "CopyVm" | "BackupCopy" | "SimpleBackupCopy" | "BackupToTape" | "FileToTape" | "BackupFile" | "BackupFileCopy" | "CopyFile" | "ObjectStorageBackup" | "ObjectStorageBackupCopy" | "AgentBackupJob" | "AgentPolicy" | "AwsBackupJob" | "AzureBackupJob" | "GoogleBackupJob" | "AhvStorageSnapshotJob" | "SqlLogBackup" | "OracleLogBackup" | "PostgreSqlLogBackup" | "SureBackup" | "SobrMaintenance" | "Unknown";
            /** @description Uid of the job in the console. */
            uniqueUid?: string | null;
        };
        /** @description A job of a backup server. */
        ServerJobEnvelope: {
            data: components["schemas"]["ServerJob"];
            errors?: components["schemas"]["Errors"];
            meta?: components["schemas"]["Meta"];
        };
        /** @description A page of jobs of backup servers. */
        ServerJobList: {
            /** @description The rows. */
            data: components["schemas"]["ServerJob"][];
            errors?: components["schemas"]["Errors"];
            meta?: components["schemas"]["Meta"];
        };
        /** @description The schedule of a job of a backup server, with the part that its type is about. It does not say when the job runs next. */
        ServerJobSchedule: {
            backupWindowOptions?: components["schemas"]["BackupWindowOptions"];
            chainingOptions?: components["schemas"]["ChainingOptions"];
            /** @description Whether it runs again as soon as it has ended. */
            continuousScheduleEnabled?: boolean;
            dailyScheduleOptions?: components["schemas"]["DailyScheduleOptions"];
            monthlyScheduleOptions?: components["schemas"]["MonthlyScheduleOptions"];
            periodicallyScheduleOptions?: components["schemas"]["PeriodicallyScheduleOptions"];
            /** @description When the schedule starts, in the zone of the backup server. */
            startDateTime?: string | null;
            /** @description When the schedule starts, in UTC. */
            startDateTimeUtc?: string | null;
        };
        /** @description One object of the latest session. */
        SessionTask: {
            /** @description How long it took, in seconds. */
            duration?: number | null;
            /** @description When it ended. */
            endTime?: string | null;
            /** @description What went wrong with the object. */
            failureMessages?: string[] | null;
            /** @description Uid of the task. */
            instanceUid?: string;
            /** @description Name of the object. */
            objectName?: string | null;
            /** @description Uid of the object. */
            objectUid?: string | null;
            /** @description How many objects are done. */
            processedObjects?: number | null;
            /**
             * Format: int64
             * @description What was read, in bytes.
             */
            readDataSize?: number | null;
            /** @description When it started. */
            startTime?: string | null;
            /**
             * @description Status of the task.
             * @enum {string}
             */
            status?: "Pending" | "Running" | "Success" | "Warning" | "Failed" | "Unknown";
            /** @description How many objects there are. */
            totalObjects?: number | null;
            /**
             * Format: int64
             * @description What was moved, in bytes.
             */
            transferredDataSize?: number | null;
        };
        /** @description A pair of tokens. */
        Token: {
            /** @description The token to send. Opaque. */
            access_token: string;
            /**
             * @description Seconds until the access token expires. Shown by the page of version 3.0; clients get by without it.
             * @example 3599
             */
            expires_in?: number;
            /** @description The token to renew with. */
            refresh_token?: string;
            /**
             * @description Kind of token.
             * @example bearer
             */
            token_type?: string;
        };
        /** @description Request to the token endpoint. */
        TokenRequest: components["schemas"]["PasswordGrant"] | components["schemas"]["RefreshTokenGrant"];
        /** @description Request to the token endpoint of v3. */
        TokenRequestV3: components["schemas"]["PasswordGrant"] | components["schemas"]["RefreshTokenGrant"];
        /** @description A pair of tokens; without an access token, the user needs a second factor. */
        TokenV3: {
            /** @description The token to send. Opaque. */
            access_token?: string | null;
            /** @description Code of another grant. */
            encrypted_code?: string | null;
            /**
             * @description Seconds until the access token expires, although its description speaks of a date.
             * @example 3600
             */
            expires_in?: number | null;
            /** @description Given instead of an access token to a user who needs a second factor. */
            mfa_token?: string | null;
            /** @description The token to renew with. */
            refresh_token?: string | null;
            /**
             * @description Kind of token.
             * @example bearer
             */
            token_type?: string | null;
        };
        /** @description A user, as far as it is read. */
        User: {
            /** @description Credentials. */
            credentials?: Record<string, never>;
            /** @description Uid of the user. */
            instanceUid?: string;
            /**
             * @description Whether a second factor is set up.
             * @enum {string}
             */
            mfaPolicyConfigurationStatus?: "Configured" | "NotConfigured" | "Unknown";
            /**
             * @description Whether the user needs a second factor.
             * @enum {string}
             */
            mfaPolicyStatus?: "Disabled" | "Enabled" | "EnabledByInheritance" | "Unknown";
            /** @description Uid of the organization. */
            organizationUid?: string;
            profile: components["schemas"]["UserProfile"];
            /**
             * @description What the user may do.
             * @enum {string}
             */
            role: "CompanyAdministrator" | "CompanyInvoiceAuditor" | "CompanyLocationAdministrator" | "CompanyLocationUser" | "CompanyOwner" | "CompanySubtenant" | "CompanyTenant" | "PortalAdministrator" | "PortalOperator" | "PortalReadonlyOperator" | "ResellerAdministrator" | "ResellerInvoiceAuditor" | "ResellerOperator" | "ResellerOwner" | "ResellerUser" | "SiteAdministrator" | "Unknown";
            /**
             * @description Whether the user may sign in.
             * @enum {string}
             */
            status?: "Enabled" | "Disabled" | "Unknown";
            /** @description Name of the user. */
            userName?: string;
        };
        /** @description A user. */
        UserEnvelope: {
            data: components["schemas"]["User"];
            errors?: components["schemas"]["Errors"];
            meta?: components["schemas"]["Meta"];
        };
        /** @description What is known of the person. */
        UserProfile: {
            /** @description Address. */
            address?: string | null;
            /** @description Address for mail. */
            email?: string | null;
            /** @description First name. */
            firstName?: string | null;
            /** @description Last name. */
            lastName?: string | null;
            /** @description Telephone. */
            phone?: string | null;
            /**
             * @description Title.
             * @enum {string}
             */
            title?: "Mr" | "Mrs" | "Ms" | "Miss" | "Unknown";
        };
        /** @description A job of an agent. */
        WindowsAgentJobEnvelopeV3: {
            data: components["schemas"]["WindowsAgentJobV3"];
            errors?: components["schemas"]["Errors"];
            meta?: components["schemas"]["Meta"];
        };
        /** @description One job of an agent for Windows. It lacks three fields of the list. */
        WindowsAgentJobV3: {
            /** @description How long its sessions take on average, in seconds. */
            avgDuration?: number | null;
            /**
             * Format: int64
             * @description Size of all restore points together, in bytes.
             */
            backedUpSize?: number | null;
            /** @description Uid of the agent. */
            backupAgentUid?: string | null;
            /**
             * @description What is backed up.
             * @enum {string}
             */
            backupMode?: "EntireComputer" | "Volume" | "File" | "Unknown";
            /**
             * @description How the job relates to its policy.
             * @enum {string}
             */
            backupPolicyAssignStatus?: "Unassigned" | "Assigned" | "Custom" | "Outdated" | "Applying" | "FailedToApply" | "Deleting" | "Warning" | "Unknown";
            /** @description Why its policy could not be applied. */
            backupPolicyFailureMessage?: string | null;
            /** @description Name of its policy. */
            backupPolicyName?: string | null;
            /** @description Uid of its policy. */
            backupPolicyUid?: string | null;
            /** @description Uid of its configuration. */
            configUid?: string | null;
            /** @description Description of the job. */
            description?: string | null;
            /** @description Where the backups go. */
            destination?: string | null;
            /** @description Why the latest session failed or warned. Lines end with CR LF. */
            failureMessage?: string | null;
            /**
             * Format: int64
             * @description Space left at the destination; null when the job never ran.
             */
            freeSpace?: number | null;
            /** @description Uid of the job. */
            instanceUid: string;
            /** @description False when the job is switched off. */
            isEnabled?: boolean | null;
            /** @description How long the latest session took, in seconds. */
            lastDuration?: number | null;
            /**
             * @description When the latest session finished.
             * @example 2016-11-01T10:35:28.0000000-07:00
             */
            lastEndTime?: string | null;
            /** @description Who changed them last. */
            lastModifiedBy?: string | null;
            /** @description When its settings were last changed. */
            lastModifiedDate?: string | null;
            /**
             * @description When the latest session started; null, or in year 1, when the job never ran. With the offset of a time zone.
             * @example 2016-11-01T10:35:28.0000000-07:00
             */
            lastRun?: string | null;
            /** @description Name of the job. */
            name?: string | null;
            /** @description When the schedule starts it next. */
            nextRun?: string | null;
            /**
             * @description How the agent is licensed.
             * @enum {string}
             */
            operationMode?: "UnLicensed" | "Server" | "Workstation" | "Unknown";
            /** @description Uid of the organization. */
            organizationUid?: string | null;
            /** @description How many restore points there are. */
            restorePoints?: number | null;
            /** @description Events that start it. */
            scheduleEvents?: ("AtLock" | "AtLogoff" | "WhenBackupTargetIsConnected" | "Unknown")[];
            /**
             * @description How the job is scheduled.
             * @enum {string}
             */
            scheduleType?: "NotScheduled" | "Unknown" | "Daily" | "Monthly" | "Periodically" | "Continuously";
            /**
             * @description Status of the latest session.
             * @enum {string}
             */
            status: "Unknown" | "None" | "Success" | "Warning" | "Failed" | "Starting" | "Running" | "Stopping";
            /**
             * @description Kind of destination. The list of all jobs has other words.
             * @enum {string}
             */
            targetType?: "Local" | "Cloud" | "Unknown";
        };
    };
    responses: {
        /** @description The answer takes longer. Where it can be had says `Location`, whose path is documented as `/asyncAction/{id}` while the resource is `/asyncActions/{id}`. */
        Accepted: {
            headers: {
                /** @description Address of the action. */
                Location?: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Something in the request is not accepted. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The state does not allow it. The status is documented for v3; which conflicts there are is not, and for v2 it is inferred. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Any other error. v3 sends 520 for every fault of the server; whether v2 does is not documented. */
        Failure: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The user may not do this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description No such agent or job. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The credentials or the refresh token are not accepted. v3 answers in the manner of OAuth; for v2 either form is possible (inferred). */
        TokenRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"] | components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Too many requests, at once or within a span of time. Documented for v3, whose body may say how long to wait; for v2 inferred. */
        TooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The token is missing, wrong or expired. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: {
        /** @description Whether a full backup is made. */
        ActiveFullBackup: boolean;
        /** @description Id of the agent. */
        AgentId: string;
        /** @description Whether the agent may take a larger licence where its policy needs one. */
        AllowLicenseEscalate: boolean;
        /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
        ClientVersion: string;
        /** @description Condition on properties of the resource, in the manner of OData. Applied first. */
        Filter: string;
        /** @description Condition as JSON: an array of, or one, object with `property`, `operation`, `collation` and `value`; the operations `and`, `or` and `not` carry `items` instead. Texts are compared with case unless the collation is `ignorecase`. */
        FilterV3: string;
        /** @description How many to answer, at most 500 unless the console was set up otherwise. */
        Limit: number;
        /** @description How many to leave out. */
        Offset: number;
        /** @description Property to order by, in the manner of OData. Applied with the filter. */
        OrderBy: string;
        /** @description Whether the restore points of the job go with it. */
        RemoveRestorePoints: boolean;
        /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
        RequestId: string;
        /** @description How many to leave out. Applied before `$top`. */
        Skip: number;
        /** @description How many to answer. Applied last. A maximum is not documented. */
        Top: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getAbout: {
        parameters: {
            query?: never;
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The console. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AboutEnvelope"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getAsyncAction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            path: {
                /** @description Id of the action. */
                actionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The action. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AsyncActionEnvelope"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getAsyncActionResult: {
        parameters: {
            query?: never;
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            path: {
                /** @description Id of the action. */
                actionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The original answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnyEnvelope"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listAgentsV3: {
        parameters: {
            query?: {
                /** @description Condition as JSON: an array of, or one, object with `property`, `operation`, `collation` and `value`; the operations `and`, `or` and `not` carry `items` instead. Texts are compared with case unless the collation is `ignorecase`. */
                filter?: components["parameters"]["FilterV3"];
                /** @description How many to answer, at most 500 unless the console was set up otherwise. */
                limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                offset?: components["parameters"]["Offset"];
            };
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of agents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentListV3"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listAgentJobsV3: {
        parameters: {
            query?: {
                /** @description Condition as JSON: an array of, or one, object with `property`, `operation`, `collation` and `value`; the operations `and`, `or` and `not` carry `items` instead. Texts are compared with case unless the collation is `ignorecase`. */
                filter?: components["parameters"]["FilterV3"];
                /** @description How many to answer, at most 500 unless the console was set up otherwise. */
                limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                offset?: components["parameters"]["Offset"];
            };
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentJobListV3"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getLinuxAgentJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            path: {
                /** @description Uid of the agent. */
                agentUid: string;
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinuxAgentJobEnvelopeV3"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteLinuxAgentJob: {
        parameters: {
            query: {
                /** @description Whether the restore points of the job go with it. */
                removeRestorePoints: components["parameters"]["RemoveRestorePoints"];
            };
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                "X-Request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Uid of the agent. */
                agentUid: string;
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The console accepted the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    startLinuxAgentJob: {
        parameters: {
            query?: {
                /** @description Whether a full backup is made. */
                activeFullBackup?: components["parameters"]["ActiveFullBackup"];
            };
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                "X-Request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Uid of the agent. */
                agentUid: string;
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The console accepted the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    stopLinuxAgentJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                "X-Request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Uid of the agent. */
                agentUid: string;
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The console accepted the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getMacAgentJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            path: {
                /** @description Uid of the agent. */
                agentUid: string;
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MacAgentJobEnvelopeV3"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteMacAgentJob: {
        parameters: {
            query: {
                /** @description Whether the restore points of the job go with it. */
                removeRestorePoints: components["parameters"]["RemoveRestorePoints"];
            };
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                "X-Request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Uid of the agent. */
                agentUid: string;
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The console accepted the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    startMacAgentJob: {
        parameters: {
            query?: {
                /** @description Whether a full backup is made. */
                activeFullBackup?: components["parameters"]["ActiveFullBackup"];
            };
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                "X-Request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Uid of the agent. */
                agentUid: string;
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The console accepted the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    stopMacAgentJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                "X-Request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Uid of the agent. */
                agentUid: string;
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The console accepted the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getWindowsAgentJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            path: {
                /** @description Uid of the agent. */
                agentUid: string;
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WindowsAgentJobEnvelopeV3"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteWindowsAgentJob: {
        parameters: {
            query: {
                /** @description Whether the restore points of the job go with it. */
                removeRestorePoints: components["parameters"]["RemoveRestorePoints"];
            };
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                "X-Request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Uid of the agent. */
                agentUid: string;
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The console accepted the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    patchWindowsAgentJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                "X-Request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Uid of the agent. */
                agentUid: string;
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JsonPatch"];
            };
        };
        responses: {
            /** @description The job as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WindowsAgentJobEnvelopeV3"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    startWindowsAgentJob: {
        parameters: {
            query?: {
                /** @description Whether a full backup is made. */
                activeFullBackup?: components["parameters"]["ActiveFullBackup"];
            };
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                "X-Request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Uid of the agent. */
                agentUid: string;
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The console accepted the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    stopWindowsAgentJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                "X-Request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Uid of the agent. */
                agentUid: string;
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The console accepted the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listServerJobs: {
        parameters: {
            query?: {
                /** @description Condition as JSON: an array of, or one, object with `property`, `operation`, `collation` and `value`; the operations `and`, `or` and `not` carry `items` instead. Texts are compared with case unless the collation is `ignorecase`. */
                filter?: components["parameters"]["FilterV3"];
                /** @description How many to answer, at most 500 unless the console was set up otherwise. */
                limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                offset?: components["parameters"]["Offset"];
            };
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerJobList"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getServerJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            path: {
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerJobEnvelope"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    patchServerJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                "X-Request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JsonPatch"];
            };
        };
        responses: {
            /** @description The job as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerJobEnvelope"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    retryServerJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                "X-Request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The console accepted the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    startServerJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                "X-Request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The console accepted the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    stopServerJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                "X-Request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Uid of the job. */
                jobUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The console accepted the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listPublicCloudPolicies: {
        parameters: {
            query?: {
                /** @description Condition as JSON: an array of, or one, object with `property`, `operation`, `collation` and `value`; the operations `and`, `or` and `not` carry `items` instead. Texts are compared with case unless the collation is `ignorecase`. */
                filter?: components["parameters"]["FilterV3"];
                /** @description How many to answer, at most 500 unless the console was set up otherwise. */
                limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                offset?: components["parameters"]["Offset"];
            };
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of policies. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicCloudPolicyList"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getPublicCloudPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            path: {
                /** @description Uid of the policy. */
                policyUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicCloudPolicyEnvelope"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    disablePublicCloudPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                "X-Request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Uid of the policy. */
                policyUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The console accepted the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    enablePublicCloudPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                "X-Request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Uid of the policy. */
                policyUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The console accepted the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    startPublicCloudPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                "X-Request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Uid of the policy. */
                policyUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The console accepted the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    stopPublicCloudPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
                /** @description A uuid that the caller chooses. An asynchronous action for the request has it as its id. Up to 6.0 it makes every request asynchronous. */
                "X-Request-id"?: components["parameters"]["RequestId"];
            };
            path: {
                /** @description Uid of the policy. */
                policyUid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The console accepted the request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptyEnvelope"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listOrganizationsV3: {
        parameters: {
            query?: {
                /** @description Condition as JSON: an array of, or one, object with `property`, `operation`, `collation` and `value`; the operations `and`, `or` and `not` carry `items` instead. Texts are compared with case unless the collation is `ignorecase`. */
                filter?: components["parameters"]["FilterV3"];
                /** @description How many to answer, at most 500 unless the console was set up otherwise. */
                limit?: components["parameters"]["Limit"];
                /** @description How many to leave out. */
                offset?: components["parameters"]["Offset"];
            };
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of organizations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationListV3"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createTokenV3: {
        parameters: {
            query?: never;
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequestV3"];
            };
        };
        responses: {
            /** @description A pair of tokens, or the token for the request with a second factor. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenV3"];
                };
            };
            /** @description The credentials, the refresh token or the grant are not accepted. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getCurrentUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Minor version that the client supports. With it, the console returns newer values as `Unknown`. What happens with a version that the console does not support is not documented. */
                "X-Client-Version"?: components["parameters"]["ClientVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserEnvelope"];
                };
            };
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description A pair of tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["TokenRefused"];
            401: components["responses"]["TokenRefused"];
            default: components["responses"]["Failure"];
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Failure"];
        };
    };
    listBackupAgents: {
        parameters: {
            query?: {
                /** @description Condition on properties of the resource, in the manner of OData. Applied first. */
                $filter?: components["parameters"]["Filter"];
                /** @description Property to order by, in the manner of OData. Applied with the filter. */
                $orderby?: components["parameters"]["OrderBy"];
                /** @description How many to leave out. Applied before `$top`. */
                $skip?: components["parameters"]["Skip"];
                /** @description How many to answer. Applied last. A maximum is not documented. */
                $top?: components["parameters"]["Top"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The agents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupAgentList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getBackupAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the agent. */
                agentId: components["parameters"]["AgentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The agent. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupAgent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    listBackupAgentJobs: {
        parameters: {
            query?: {
                /** @description Condition on properties of the resource, in the manner of OData. Applied first. */
                $filter?: components["parameters"]["Filter"];
                /** @description Property to order by, in the manner of OData. Applied with the filter. */
                $orderby?: components["parameters"]["OrderBy"];
                /** @description How many to leave out. Applied before `$top`. */
                $skip?: components["parameters"]["Skip"];
                /** @description How many to answer. Applied last. A maximum is not documented. */
                $top?: components["parameters"]["Top"];
            };
            header?: never;
            path: {
                /** @description Id of the agent. */
                agentId: components["parameters"]["AgentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The jobs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupAgentJobList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    getBackupAgentJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the agent. */
                agentId: components["parameters"]["AgentId"];
                /** @description Id of the job. */
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupAgentJob"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    deleteBackupAgentJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the agent. */
                agentId: components["parameters"]["AgentId"];
                /** @description Id of the job. */
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The console's sentence about it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    startBackupAgentJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the agent. */
                agentId: components["parameters"]["AgentId"];
                /** @description Id of the job. */
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The console's sentence about it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    stopBackupAgentJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the agent. */
                agentId: components["parameters"]["AgentId"];
                /** @description Id of the job. */
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The console's sentence about it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
    updateBackupAgentJob: {
        parameters: {
            query?: {
                /** @description Whether the agent may take a larger licence where its policy needs one. */
                allowLicenseEscalate?: components["parameters"]["AllowLicenseEscalate"];
            };
            header?: never;
            path: {
                /** @description Id of the agent. */
                agentId: components["parameters"]["AgentId"];
                /** @description Id of the job. */
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The console's sentence about it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Failure"];
        };
    };
}
