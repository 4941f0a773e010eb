/* Generated from openapi/avepoint.yaml; do not edit. */

export interface paths {
    readonly "/backup/m365/cloudbackupjobs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List jobs
         * @description Answers one page. The order, the range without dates and the largest page are not documented. Rows do not contain the type of a job; only the filter `jobType` does. The parameters are in lower case in the table and with a capital in the sample.
         */
        readonly get: operations["listCloudBackupJobs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/backup/m365/cloudbackupjobs/{jobId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get one job
         * @description Returns the same fields as the row of the list. The response to an unknown id is not documented.
         */
        readonly get: operations["getCloudBackupJob"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/backup/m365/cloudbackuplicenseconsumption": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the consumption of the licence
         * @description How a tenant without a licence is answered is not documented.
         */
        readonly get: operations["getLicenseConsumption"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/backup/m365/jobs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List jobs, where the list was from April to October 2025
         * @deprecated
         * @description Older public pages still document it. Before it the list was at `/backup/m365/cloudbackup/getjobs`. The rows are those of today; their envelope is the one that practitioners' clients read.
         */
        readonly get: operations["listJobsAtFormerPath"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/backup/m365/settings/backup/frequency": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get how often each service is backed up
         * @description Of the central location, where none is named.
         */
        readonly get: operations["getBackupFrequency"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/backup/m365/settings/retention-policy": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get how long backups are kept
         * @description Of the central location, where none is named.
         */
        readonly get: operations["getRetentionPolicy"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/connect/token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Get a token for one scope
         * @description OAuth 2.0 with client credentials. There is no refresh token: the client requests a new token in the same way. Every sample requests one scope; whether one request may name several is not documented.
         */
        readonly post: operations["requestToken"];
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
        /** @description An error of a request. */
        readonly ApiError: {
            /**
             * @description Code of the error. The full list is not published.
             * @example InvalidParameter
             */
            readonly code?: string | null;
            /** @description The parameter at fault. */
            readonly field?: string | null;
            /** @description Error message. */
            readonly message?: string | null;
        };
        /** @description Proof by an assertion that the certificate of the app registration has signed. Without `client_id`. */
        readonly AssertionGrant: {
            /** @description A JWT of the header `alg`, `kid` (thumbprint of the certificate in hex) and `x5t` (the same in base64url), as the library of the vendor's sample writes it, with the claims `iss` and `sub` (the client id), `aud` (the address of this endpoint), `jti`, `nbf` and `exp` (an hour later). */
            readonly client_assertion: string;
            /** @constant */
            readonly client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
            /** @constant */
            readonly grant_type: "client_credentials";
            /**
             * @description The permission that the token is for.
             * @example microsoft365backup.jobInfo.read.all
             */
            readonly scope: string;
        };
        /** @description Counts of objects. The tables and the detail's sample end the names in `Number`, the list's sample in `Count`. */
        readonly BackupDetails: {
            /**
             * Format: int64
             * @description Other spelling of `failedNumber`.
             */
            readonly failedCount?: number | null;
            /**
             * Format: int64
             * @description Objects with errors.
             */
            readonly failedNumber?: number | null;
            /**
             * Format: int64
             * @description Other spelling of `skippedNumber`.
             */
            readonly skippedCount?: number | null;
            /**
             * Format: int64
             * @description Objects that were left out.
             */
            readonly skippedNumber?: number | null;
            /**
             * Format: int64
             * @description Other spelling of `successfulNumber`.
             */
            readonly successfulCount?: number | null;
            /**
             * Format: int64
             * @description Objects that went well.
             */
            readonly successfulNumber?: number | null;
            /**
             * Format: int64
             * @description Other spelling of `totalNumber`.
             */
            readonly totalCount?: number | null;
            /**
             * Format: int64
             * @description Objects in all.
             */
            readonly totalNumber?: number | null;
        };
        /** @description How often one active service is backed up. */
        readonly BackupFrequency: {
            /** @description When the jobs of the current day start, in UTC. The form is not documented. */
            readonly backupStartTime?: readonly string[] | null;
            /** @description How many jobs a day. */
            readonly frequency?: number | null;
            /** @description Number of the service, counted from 0: not that of the list's filter `objectType`, which counts from 1 and has fewer. */
            readonly serviceType?: number | null;
        };
        /** @description How often each active service is backed up. */
        readonly BackupFrequencyAnswer: components["schemas"]["Envelope"] & {
            readonly data?: readonly components["schemas"]["BackupFrequency"][] | null;
        };
        /** @description A job. It has no type, service, name, size or location. */
        readonly CloudBackupJob: {
            /** @description Counts of objects. */
            readonly backupDetails?: components["schemas"]["BackupDetails"] | null;
            /**
             * @description How long it took, in hours with decimals. Samples are rounded up a little against the two times.
             * @example 0.011
             */
            readonly duration?: string | null;
            /**
             * @description End in UTC, in the form of `startTime`. Null, empty or absent while the job runs (inferred; no such sample is known).
             * @example 2024-12-02T07:53:04Z
             */
            readonly finishTime?: string | null;
            /**
             * @description Id of the job. The digits in it are not a time to rely on, the letters before them have no published meaning.
             * @example FB20241015105312327583
             * @example IB20260423083407021666
             */
            readonly id: string;
            /** @description The most frequent errors. */
            readonly jobErrors?: readonly components["schemas"]["JobError"][] | null;
            /**
             * @description Start in UTC, in ISO 8601. The schema sets no format, since values without a time zone occur.
             * @example 2024-12-02T07:52:25Z
             */
            readonly startTime?: string | null;
            /**
             * @description State of the job. Only `Finished` was seen in an answer; the other words are those of the filter, and their spelling in answers is not documented.
             * @example In Progress
             * @example Finished
             * @example Failed
             * @example Finished with Exception
             * @example Partially Finished
             */
            readonly state?: string | null;
        };
        /** @description One job. */
        readonly CloudBackupJobDetails: components["schemas"]["Envelope"] & {
            readonly data: components["schemas"]["CloudBackupJob"];
        };
        /** @description A page of jobs. */
        readonly CloudBackupJobList: components["schemas"]["Envelope"] & {
            /** @description The jobs of the page. */
            readonly data: readonly components["schemas"]["CloudBackupJob"][];
            /** @description What is known of the whole list. */
            readonly metadata?: components["schemas"]["ListMetadata"] | null;
        };
        /** @description The envelope of every answer. Check `statusCode` and `errors` even when the code of the answer is 200. */
        readonly Envelope: {
            /** @description Errors. The list's page says one error, the detail's page says an array; the sample of a good answer has none. */
            readonly errors?: components["schemas"]["ApiError"] | readonly components["schemas"]["ApiError"][] | null;
            /** @description What went wrong; empty when nothing did. */
            readonly message?: string | null;
            /** @description Id of the request, for questions to AvePoint. */
            readonly requestId?: string | null;
            /** @description Status code of the answer, repeated. */
            readonly statusCode?: number;
            /** @description When the request was answered, in UTC. */
            readonly timestamp?: string | null;
            /** @description Id of the trace, in the form of a W3C traceparent. */
            readonly traceId?: string | null;
        };
        /** @description An answer that is an error, in the same envelope. Errors of a gateway may lack it (inferred). */
        readonly ErrorResponse: components["schemas"]["Envelope"];
        /** @description A page of jobs in the list's former shape, without the usual envelope. */
        readonly FormerJobList: {
            /** @description The jobs of the page. */
            readonly jobs: readonly components["schemas"]["CloudBackupJob"][];
            /** @description Where the next page is; empty at the end. */
            readonly nextLink?: string | null;
            /**
             * Format: int64
             * @description How many jobs there are.
             */
            readonly totalNumber?: number | null;
        };
        /** @description An error of a job, counted. */
        readonly JobError: {
            /** @description True when the error has a code. Which field holds the code is not documented, presumably in `value` (inferred). */
            readonly isErrorCode?: boolean | null;
            /**
             * Format: int64
             * @description How often it occurred.
             */
            readonly number?: number | null;
            /** @description Page about the error. */
            readonly url?: string | null;
            /** @description Error message. */
            readonly value?: string | null;
        };
        /** @description What was bought, and how much of it is in use. Whether null or 0 means nothing is not documented. */
        readonly LicenseConsumption: {
            /** @description Seats that are in use. */
            readonly assignedUserSeats?: number | null;
            /** @description When consumption first exceeded the licence. The form is not documented. */
            readonly outOfPolicyTime?: number | string | null;
            /** @description Size of what is protected, in GB. */
            readonly protectedSize?: number | null;
            /** @description Storage that was bought, in GB. */
            readonly purchasedStorageSize?: number | null;
            /** @description Seats that were bought. */
            readonly purchasedUserSeats?: number | null;
        };
        /** @description The consumption of the licence. */
        readonly LicenseConsumptionAnswer: components["schemas"]["Envelope"] & {
            readonly data?: components["schemas"]["LicenseConsumption"] | null;
        };
        /** @description What is known of the whole list. The total has one name in the table and another in the sample. */
        readonly ListMetadata: {
            /** @description Where the next page is; empty at the end. Its form is not shown, so it may be relative. Send the token only when its scheme and host equal those of the request. */
            readonly nextLink?: string | null;
            /**
             * Format: int64
             * @description How many jobs there are, as the sample calls it.
             */
            readonly totalCount?: number | null;
            /**
             * Format: int64
             * @description How many jobs there are, as the table calls it.
             */
            readonly totalNumber?: number | null;
        };
        /** @description How long backups are kept, for all services and for each. */
        readonly RetentionPolicy: {
            /** @description Whether services have retentions of their own. */
            readonly enableCustomizedRetentionPolicy?: boolean | null;
            /** @description Whether there is a daily retention. */
            readonly enableDailyRetentionPolicy?: boolean | null;
            /**
             * @description Retention of all services, as text.
             * @example 1 years
             * @example Unlimited
             */
            readonly retentionPeriod?: string | null;
            /** @description Those of single services. */
            readonly servicePolicies?: readonly components["schemas"]["ServiceRetentionPolicy"][] | null;
        };
        /** @description How long backups are kept. */
        readonly RetentionPolicyAnswer: components["schemas"]["Envelope"] & {
            readonly data?: components["schemas"]["RetentionPolicy"] | null;
        };
        /** @description Proof by the secret of the app registration. */
        readonly SecretGrant: {
            /** @description Application (client) id of the app registration. */
            readonly client_id: string;
            /** @description One of its secrets; shown once when it is made, valid for one to three years. */
            readonly client_secret: string;
            /** @constant */
            readonly grant_type: "client_credentials";
            /**
             * @description The permission that the token is for.
             * @example microsoft365backup.jobInfo.read.all
             */
            readonly scope: string;
        };
        /** @description How long the backups of one service are kept. */
        readonly ServiceRetentionPolicy: {
            /** @description Retention of the service, as text. */
            readonly retentionPeriod?: string | null;
            /** @description Number of the service, counted from 0. */
            readonly serviceType?: number | null;
            /** @description Retention of objects outside every container of the service, as text. */
            readonly unassignedObjectRetentionPeriod?: string | null;
        };
        /** @description A token. */
        readonly TokenAnswer: {
            readonly access_token: string;
            /**
             * @description Lifetime in seconds.
             * @example 3600
             */
            readonly expires_in?: number | null;
            /** @example 3600 */
            readonly ext_expires_in?: number | null;
            /** @example Bearer */
            readonly token_type?: string | null;
        };
        /** @description Why there is no token. */
        readonly TokenError: {
            /**
             * @description Code of the error.
             * @example invalid_client
             * @example invalid_scope
             * @example invalid_request
             * @example unsupported_grant_type
             */
            readonly error?: string | null;
            /** @description Error message. */
            readonly error_description?: string | null;
        };
        /** @description Client credentials, proved in one of two ways. */
        readonly TokenRequest: components["schemas"]["SecretGrant"] | components["schemas"]["AssertionGrant"];
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
        /** @description Any other error; 500 and 503 are documented. */
        readonly Failure: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The app registration lacks the permission. */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description No such job. Also returned, according to a practitioner, without a licence for the product or at the wrong data center. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description No token. The form of the body is not documented; the endpoint is of a family of servers that answer as RFC 6749 says, with 400 (inferred). */
        readonly TokenRefused: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["TokenError"];
            };
        };
        /** @description Too many requests. Neither numbers nor a time to wait are documented. */
        readonly TooManyRequests: {
            headers: {
                /** @description Seconds to wait. Not documented; honoured where it is sent. */
                readonly "Retry-After"?: number;
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
        /** @description End of the range, in UTC, in the form and with the doubts of `startTime`. */
        readonly FinishTime: string;
        /** @description Only jobs in this state. 0 all, 1 In Progress, 2 Finished, 3 Failed, 4 Finished with Exception, 5 Partially Finished. */
        readonly JobState: 0 | 1 | 2 | 3 | 4 | 5;
        /** @description Only jobs of this type. 0 all, 1 backup, 2 restore, 3 export, 4 deletion, 5 retention. */
        readonly JobType: 0 | 1 | 2 | 3 | 4 | 5;
        /** @description Part of a Multi-Geo tenant. Without it the list's page says all locations and the detail's page the central one. With it, a tenant without Multi-Geo gets an empty list and no error, according to the documentation. */
        readonly Location: string;
        /** @description Only jobs on this service. 0 all, 1 Exchange Online, 2 SharePoint Online, 3 OneDrive, 4 Microsoft 365 Groups, 5 Project Online, 6 Public Folder, 7 Teams, 8 Viva Engage, 9 Teams Chat, 10 Power BI, 11 Power Automate, 12 Power Apps. The numbers of `serviceType` on other pages are different ones. */
        readonly ObjectType: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;
        /** @description Number of the page. The table says that it begins with 0; the sample sends 1. */
        readonly PageIndex: number;
        /** @description How many jobs a page has; 10 when it is not sent. */
        readonly PageSize: number;
        /** @description Beginning of the range, in UTC. The example is a date without time. Whether the range is about start or finish, and whether its bounds belong to it, is not documented. */
        readonly StartTime: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly listCloudBackupJobs: {
        readonly parameters: {
            readonly query?: {
                /** @description End of the range, in UTC, in the form and with the doubts of `startTime`. */
                readonly finishTime?: components["parameters"]["FinishTime"];
                /** @description Only jobs in this state. 0 all, 1 In Progress, 2 Finished, 3 Failed, 4 Finished with Exception, 5 Partially Finished. */
                readonly jobState?: components["parameters"]["JobState"];
                /** @description Only jobs of this type. 0 all, 1 backup, 2 restore, 3 export, 4 deletion, 5 retention. */
                readonly jobType?: components["parameters"]["JobType"];
                /** @description Part of a Multi-Geo tenant. Without it the list's page says all locations and the detail's page the central one. With it, a tenant without Multi-Geo gets an empty list and no error, according to the documentation. */
                readonly location?: components["parameters"]["Location"];
                /** @description Only jobs on this service. 0 all, 1 Exchange Online, 2 SharePoint Online, 3 OneDrive, 4 Microsoft 365 Groups, 5 Project Online, 6 Public Folder, 7 Teams, 8 Viva Engage, 9 Teams Chat, 10 Power BI, 11 Power Automate, 12 Power Apps. The numbers of `serviceType` on other pages are different ones. */
                readonly objectType?: components["parameters"]["ObjectType"];
                /** @description Number of the page. The table says that it begins with 0; the sample sends 1. */
                readonly pageIndex?: components["parameters"]["PageIndex"];
                /** @description How many jobs a page has; 10 when it is not sent. */
                readonly pageSize?: components["parameters"]["PageSize"];
                /** @description Beginning of the range, in UTC. The example is a date without time. Whether the range is about start or finish, and whether its bounds belong to it, is not documented. */
                readonly startTime?: components["parameters"]["StartTime"];
            };
            readonly header?: never;
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
                    readonly "application/json": components["schemas"]["CloudBackupJobList"];
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
    readonly getCloudBackupJob: {
        readonly parameters: {
            readonly query?: {
                /** @description Part of a Multi-Geo tenant. Without it the list's page says all locations and the detail's page the central one. With it, a tenant without Multi-Geo gets an empty list and no error, according to the documentation. */
                readonly location?: components["parameters"]["Location"];
            };
            readonly header?: never;
            readonly path: {
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
                    readonly "application/json": components["schemas"]["CloudBackupJobDetails"];
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
    readonly getLicenseConsumption: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The consumption. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LicenseConsumptionAnswer"];
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
    readonly listJobsAtFormerPath: {
        readonly parameters: {
            readonly query?: {
                /** @description End of the range, in UTC, in the form and with the doubts of `startTime`. */
                readonly finishTime?: components["parameters"]["FinishTime"];
                /** @description Only jobs in this state. 0 all, 1 In Progress, 2 Finished, 3 Failed, 4 Finished with Exception, 5 Partially Finished. */
                readonly jobState?: components["parameters"]["JobState"];
                /** @description Only jobs of this type. 0 all, 1 backup, 2 restore, 3 export, 4 deletion, 5 retention. */
                readonly jobType?: components["parameters"]["JobType"];
                /** @description Part of a Multi-Geo tenant. Without it the list's page says all locations and the detail's page the central one. With it, a tenant without Multi-Geo gets an empty list and no error, according to the documentation. */
                readonly location?: components["parameters"]["Location"];
                /** @description Only jobs on this service. 0 all, 1 Exchange Online, 2 SharePoint Online, 3 OneDrive, 4 Microsoft 365 Groups, 5 Project Online, 6 Public Folder, 7 Teams, 8 Viva Engage, 9 Teams Chat, 10 Power BI, 11 Power Automate, 12 Power Apps. The numbers of `serviceType` on other pages are different ones. */
                readonly objectType?: components["parameters"]["ObjectType"];
                /** @description Number of the page. The table says that it begins with 0; the sample sends 1. */
                readonly pageIndex?: components["parameters"]["PageIndex"];
                /** @description How many jobs a page has; 10 when it is not sent. */
                readonly pageSize?: components["parameters"]["PageSize"];
                /** @description Beginning of the range, in UTC. The example is a date without time. Whether the range is about start or finish, and whether its bounds belong to it, is not documented. */
                readonly startTime?: components["parameters"]["StartTime"];
            };
            readonly header?: never;
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
                    readonly "application/json": components["schemas"]["FormerJobList"];
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
    readonly getBackupFrequency: {
        readonly parameters: {
            readonly query?: {
                /** @description Part of a Multi-Geo tenant. Without it the list's page says all locations and the detail's page the central one. With it, a tenant without Multi-Geo gets an empty list and no error, according to the documentation. */
                readonly location?: components["parameters"]["Location"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The frequencies. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BackupFrequencyAnswer"];
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
    readonly getRetentionPolicy: {
        readonly parameters: {
            readonly query?: {
                /** @description Part of a Multi-Geo tenant. Without it the list's page says all locations and the detail's page the central one. With it, a tenant without Multi-Geo gets an empty list and no error, according to the documentation. */
                readonly location?: components["parameters"]["Location"];
            };
            readonly header?: never;
            readonly path?: never;
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
                    readonly "application/json": components["schemas"]["RetentionPolicyAnswer"];
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
    readonly requestToken: {
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
            /** @description The token. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TokenAnswer"];
                };
            };
            readonly 400: components["responses"]["TokenRefused"];
            readonly 401: components["responses"]["TokenRefused"];
            readonly default: components["responses"]["TokenRefused"];
        };
    };
}
