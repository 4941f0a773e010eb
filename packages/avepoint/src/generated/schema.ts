/* Generated from openapi/avepoint.yaml; do not edit. */

export interface paths {
    "/backup/m365/cloudbackupjobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs
         * @description Answers one page. The order, the range without dates and the largest page are not documented. Rows do not contain the type of a job; only the filter `jobType` does. The parameters are in lower case in the table and with a capital in the sample.
         */
        get: operations["listCloudBackupJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/backup/m365/cloudbackupjobs/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one job
         * @description Returns the same fields as the row of the list. The response to an unknown id is not documented.
         */
        get: operations["getCloudBackupJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/backup/m365/cloudbackuplicenseconsumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the consumption of the licence
         * @description How a tenant without a licence is answered is not documented.
         */
        get: operations["getLicenseConsumption"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/backup/m365/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs, where the list was from April to October 2025
         * @deprecated
         * @description Older public pages still document it. Before it the list was at `/backup/m365/cloudbackup/getjobs`. The rows are those of today; their envelope is the one that practitioners' clients read.
         */
        get: operations["listJobsAtFormerPath"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/backup/m365/settings/backup/frequency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get how often each service is backed up
         * @description Of the central location, where none is named.
         */
        get: operations["getBackupFrequency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/backup/m365/settings/retention-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get how long backups are kept
         * @description Of the central location, where none is named.
         */
        get: operations["getRetentionPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connect/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a token for one scope
         * @description OAuth 2.0 with client credentials. There is no refresh token: the client requests a new token in the same way. Every sample requests one scope; whether one request may name several is not documented.
         */
        post: operations["requestToken"];
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
        /** @description An error of a request. */
        ApiError: {
            /**
             * @description Code of the error. The full list is not published.
             * @example InvalidParameter
             */
            code?: string | null;
            /** @description The parameter at fault. */
            field?: string | null;
            /** @description Error message. */
            message?: string | null;
        };
        /** @description Proof by an assertion that the certificate of the app registration has signed. Without `client_id`. */
        AssertionGrant: {
            /** @description A JWT of the header `alg`, `kid` (thumbprint of the certificate in hex) and `x5t` (the same in base64url), as the library of the vendor's sample writes it, with the claims `iss` and `sub` (the client id), `aud` (the address of this endpoint), `jti`, `nbf` and `exp` (an hour later). */
            client_assertion: string;
            /** @constant */
            client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
            /** @constant */
            grant_type: "client_credentials";
            /**
             * @description The permission that the token is for.
             * @example microsoft365backup.jobInfo.read.all
             */
            scope: string;
        };
        /** @description Counts of objects. The tables and the detail's sample end the names in `Number`, the list's sample in `Count`. */
        BackupDetails: {
            /**
             * Format: int64
             * @description Other spelling of `failedNumber`.
             */
            failedCount?: number | null;
            /**
             * Format: int64
             * @description Objects with errors.
             */
            failedNumber?: number | null;
            /**
             * Format: int64
             * @description Other spelling of `skippedNumber`.
             */
            skippedCount?: number | null;
            /**
             * Format: int64
             * @description Objects that were left out.
             */
            skippedNumber?: number | null;
            /**
             * Format: int64
             * @description Other spelling of `successfulNumber`.
             */
            successfulCount?: number | null;
            /**
             * Format: int64
             * @description Objects that went well.
             */
            successfulNumber?: number | null;
            /**
             * Format: int64
             * @description Other spelling of `totalNumber`.
             */
            totalCount?: number | null;
            /**
             * Format: int64
             * @description Objects in all.
             */
            totalNumber?: number | null;
        };
        /** @description How often one active service is backed up. */
        BackupFrequency: {
            /** @description When the jobs of the current day start, in UTC. The form is not documented. */
            backupStartTime?: string[] | null;
            /** @description How many jobs a day. */
            frequency?: number | null;
            /** @description Number of the service, counted from 0: not that of the list's filter `objectType`, which counts from 1 and has fewer. */
            serviceType?: number | null;
        };
        /** @description How often each active service is backed up. */
        BackupFrequencyAnswer: components["schemas"]["Envelope"] & {
            data?: components["schemas"]["BackupFrequency"][] | null;
        };
        /** @description A job. It has no type, service, name, size or location. */
        CloudBackupJob: {
            /** @description Counts of objects. */
            backupDetails?: components["schemas"]["BackupDetails"] | null;
            /**
             * @description How long it took, in hours with decimals. Samples are rounded up a little against the two times.
             * @example 0.011
             */
            duration?: string | null;
            /**
             * @description End in UTC, in the form of `startTime`. Null, empty or absent while the job runs (inferred; no such sample is known).
             * @example 2024-12-02T07:53:04Z
             */
            finishTime?: string | null;
            /**
             * @description Id of the job. The digits in it are not a time to rely on, the letters before them have no published meaning.
             * @example FB20241015105312327583
             * @example IB20260423083407021666
             */
            id: string;
            /** @description The most frequent errors. */
            jobErrors?: components["schemas"]["JobError"][] | null;
            /**
             * @description Start in UTC, in ISO 8601. The schema sets no format, since values without a time zone occur.
             * @example 2024-12-02T07:52:25Z
             */
            startTime?: string | null;
            /**
             * @description State of the job. Only `Finished` was seen in an answer; the other words are those of the filter, and their spelling in answers is not documented.
             * @example In Progress
             * @example Finished
             * @example Failed
             * @example Finished with Exception
             * @example Partially Finished
             */
            state?: string | null;
        };
        /** @description One job. */
        CloudBackupJobDetails: components["schemas"]["Envelope"] & {
            data: components["schemas"]["CloudBackupJob"];
        };
        /** @description A page of jobs. */
        CloudBackupJobList: components["schemas"]["Envelope"] & {
            /** @description The jobs of the page. */
            data: components["schemas"]["CloudBackupJob"][];
            /** @description What is known of the whole list. */
            metadata?: components["schemas"]["ListMetadata"] | null;
        };
        /** @description The envelope of every answer. Check `statusCode` and `errors` even when the code of the answer is 200. */
        Envelope: {
            /** @description Errors. The list's page says one error, the detail's page says an array; the sample of a good answer has none. */
            errors?: components["schemas"]["ApiError"] | components["schemas"]["ApiError"][] | null;
            /** @description What went wrong; empty when nothing did. */
            message?: string | null;
            /** @description Id of the request, for questions to AvePoint. */
            requestId?: string | null;
            /** @description Status code of the answer, repeated. */
            statusCode?: number;
            /** @description When the request was answered, in UTC. */
            timestamp?: string | null;
            /** @description Id of the trace, in the form of a W3C traceparent. */
            traceId?: string | null;
        };
        /** @description An answer that is an error, in the same envelope. Errors of a gateway may lack it (inferred). */
        ErrorResponse: components["schemas"]["Envelope"];
        /** @description A page of jobs in the list's former shape, without the usual envelope. */
        FormerJobList: {
            /** @description The jobs of the page. */
            jobs: components["schemas"]["CloudBackupJob"][];
            /** @description Where the next page is; empty at the end. */
            nextLink?: string | null;
            /**
             * Format: int64
             * @description How many jobs there are.
             */
            totalNumber?: number | null;
        };
        /** @description An error of a job, counted. */
        JobError: {
            /** @description True when the error has a code. Which field holds the code is not documented, presumably in `value` (inferred). */
            isErrorCode?: boolean | null;
            /**
             * Format: int64
             * @description How often it occurred.
             */
            number?: number | null;
            /** @description Page about the error. */
            url?: string | null;
            /** @description Error message. */
            value?: string | null;
        };
        /** @description What was bought, and how much of it is in use. Whether null or 0 means nothing is not documented. */
        LicenseConsumption: {
            /** @description Seats that are in use. */
            assignedUserSeats?: number | null;
            /** @description When consumption first exceeded the licence. The form is not documented. */
            outOfPolicyTime?: number | string | null;
            /** @description Size of what is protected, in GB. */
            protectedSize?: number | null;
            /** @description Storage that was bought, in GB. */
            purchasedStorageSize?: number | null;
            /** @description Seats that were bought. */
            purchasedUserSeats?: number | null;
        };
        /** @description The consumption of the licence. */
        LicenseConsumptionAnswer: components["schemas"]["Envelope"] & {
            data?: components["schemas"]["LicenseConsumption"] | null;
        };
        /** @description What is known of the whole list. The total has one name in the table and another in the sample. */
        ListMetadata: {
            /** @description Where the next page is; empty at the end. Its form is not shown, so it may be relative. Send the token only when its scheme and host equal those of the request. */
            nextLink?: string | null;
            /**
             * Format: int64
             * @description How many jobs there are, as the sample calls it.
             */
            totalCount?: number | null;
            /**
             * Format: int64
             * @description How many jobs there are, as the table calls it.
             */
            totalNumber?: number | null;
        };
        /** @description How long backups are kept, for all services and for each. */
        RetentionPolicy: {
            /** @description Whether services have retentions of their own. */
            enableCustomizedRetentionPolicy?: boolean | null;
            /** @description Whether there is a daily retention. */
            enableDailyRetentionPolicy?: boolean | null;
            /**
             * @description Retention of all services, as text.
             * @example 1 years
             * @example Unlimited
             */
            retentionPeriod?: string | null;
            /** @description Those of single services. */
            servicePolicies?: components["schemas"]["ServiceRetentionPolicy"][] | null;
        };
        /** @description How long backups are kept. */
        RetentionPolicyAnswer: components["schemas"]["Envelope"] & {
            data?: components["schemas"]["RetentionPolicy"] | null;
        };
        /** @description Proof by the secret of the app registration. */
        SecretGrant: {
            /** @description Application (client) id of the app registration. */
            client_id: string;
            /** @description One of its secrets; shown once when it is made, valid for one to three years. */
            client_secret: string;
            /** @constant */
            grant_type: "client_credentials";
            /**
             * @description The permission that the token is for.
             * @example microsoft365backup.jobInfo.read.all
             */
            scope: string;
        };
        /** @description How long the backups of one service are kept. */
        ServiceRetentionPolicy: {
            /** @description Retention of the service, as text. */
            retentionPeriod?: string | null;
            /** @description Number of the service, counted from 0. */
            serviceType?: number | null;
            /** @description Retention of objects outside every container of the service, as text. */
            unassignedObjectRetentionPeriod?: string | null;
        };
        /** @description A token. */
        TokenAnswer: {
            access_token: string;
            /**
             * @description Lifetime in seconds.
             * @example 3600
             */
            expires_in?: number | null;
            /** @example 3600 */
            ext_expires_in?: number | null;
            /** @example Bearer */
            token_type?: string | null;
        };
        /** @description Why there is no token. */
        TokenError: {
            /**
             * @description Code of the error.
             * @example invalid_client
             * @example invalid_scope
             * @example invalid_request
             * @example unsupported_grant_type
             */
            error?: string | null;
            /** @description Error message. */
            error_description?: string | null;
        };
        /** @description Client credentials, proved in one of two ways. */
        TokenRequest: components["schemas"]["SecretGrant"] | components["schemas"]["AssertionGrant"];
    };
    responses: {
        /** @description Something in the request is not accepted. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Any other error; 500 and 503 are documented. */
        Failure: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The app registration lacks the permission. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description No such job. Also returned, according to a practitioner, without a licence for the product or at the wrong data center. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description No token. The form of the body is not documented; the endpoint is of a family of servers that answer as RFC 6749 says, with 400 (inferred). */
        TokenRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TokenError"];
            };
        };
        /** @description Too many requests. Neither numbers nor a time to wait are documented. */
        TooManyRequests: {
            headers: {
                /** @description Seconds to wait. Not documented; honoured where it is sent. */
                "Retry-After"?: number;
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
        /** @description End of the range, in UTC, in the form and with the doubts of `startTime`. */
        FinishTime: string;
        /** @description Only jobs in this state. 0 all, 1 In Progress, 2 Finished, 3 Failed, 4 Finished with Exception, 5 Partially Finished. */
        JobState: 0 | 1 | 2 | 3 | 4 | 5;
        /** @description Only jobs of this type. 0 all, 1 backup, 2 restore, 3 export, 4 deletion, 5 retention. */
        JobType: 0 | 1 | 2 | 3 | 4 | 5;
        /** @description Part of a Multi-Geo tenant. Without it the list's page says all locations and the detail's page the central one. With it, a tenant without Multi-Geo gets an empty list and no error, according to the documentation. */
        Location: string;
        /** @description Only jobs on this service. 0 all, 1 Exchange Online, 2 SharePoint Online, 3 OneDrive, 4 Microsoft 365 Groups, 5 Project Online, 6 Public Folder, 7 Teams, 8 Viva Engage, 9 Teams Chat, 10 Power BI, 11 Power Automate, 12 Power Apps. The numbers of `serviceType` on other pages are different ones. */
        ObjectType: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;
        /** @description Number of the page. The table says that it begins with 0; the sample sends 1. */
        PageIndex: number;
        /** @description How many jobs a page has; 10 when it is not sent. */
        PageSize: number;
        /** @description Beginning of the range, in UTC. The example is a date without time. Whether the range is about start or finish, and whether its bounds belong to it, is not documented. */
        StartTime: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listCloudBackupJobs: {
        parameters: {
            query?: {
                /** @description End of the range, in UTC, in the form and with the doubts of `startTime`. */
                finishTime?: components["parameters"]["FinishTime"];
                /** @description Only jobs in this state. 0 all, 1 In Progress, 2 Finished, 3 Failed, 4 Finished with Exception, 5 Partially Finished. */
                jobState?: components["parameters"]["JobState"];
                /** @description Only jobs of this type. 0 all, 1 backup, 2 restore, 3 export, 4 deletion, 5 retention. */
                jobType?: components["parameters"]["JobType"];
                /** @description Part of a Multi-Geo tenant. Without it the list's page says all locations and the detail's page the central one. With it, a tenant without Multi-Geo gets an empty list and no error, according to the documentation. */
                location?: components["parameters"]["Location"];
                /** @description Only jobs on this service. 0 all, 1 Exchange Online, 2 SharePoint Online, 3 OneDrive, 4 Microsoft 365 Groups, 5 Project Online, 6 Public Folder, 7 Teams, 8 Viva Engage, 9 Teams Chat, 10 Power BI, 11 Power Automate, 12 Power Apps. The numbers of `serviceType` on other pages are different ones. */
                objectType?: components["parameters"]["ObjectType"];
                /** @description Number of the page. The table says that it begins with 0; the sample sends 1. */
                pageIndex?: components["parameters"]["PageIndex"];
                /** @description How many jobs a page has; 10 when it is not sent. */
                pageSize?: components["parameters"]["PageSize"];
                /** @description Beginning of the range, in UTC. The example is a date without time. Whether the range is about start or finish, and whether its bounds belong to it, is not documented. */
                startTime?: components["parameters"]["StartTime"];
            };
            header?: never;
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
                    "application/json": components["schemas"]["CloudBackupJobList"];
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
    getCloudBackupJob: {
        parameters: {
            query?: {
                /** @description Part of a Multi-Geo tenant. Without it the list's page says all locations and the detail's page the central one. With it, a tenant without Multi-Geo gets an empty list and no error, according to the documentation. */
                location?: components["parameters"]["Location"];
            };
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["CloudBackupJobDetails"];
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
    getLicenseConsumption: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The consumption. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenseConsumptionAnswer"];
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
    listJobsAtFormerPath: {
        parameters: {
            query?: {
                /** @description End of the range, in UTC, in the form and with the doubts of `startTime`. */
                finishTime?: components["parameters"]["FinishTime"];
                /** @description Only jobs in this state. 0 all, 1 In Progress, 2 Finished, 3 Failed, 4 Finished with Exception, 5 Partially Finished. */
                jobState?: components["parameters"]["JobState"];
                /** @description Only jobs of this type. 0 all, 1 backup, 2 restore, 3 export, 4 deletion, 5 retention. */
                jobType?: components["parameters"]["JobType"];
                /** @description Part of a Multi-Geo tenant. Without it the list's page says all locations and the detail's page the central one. With it, a tenant without Multi-Geo gets an empty list and no error, according to the documentation. */
                location?: components["parameters"]["Location"];
                /** @description Only jobs on this service. 0 all, 1 Exchange Online, 2 SharePoint Online, 3 OneDrive, 4 Microsoft 365 Groups, 5 Project Online, 6 Public Folder, 7 Teams, 8 Viva Engage, 9 Teams Chat, 10 Power BI, 11 Power Automate, 12 Power Apps. The numbers of `serviceType` on other pages are different ones. */
                objectType?: components["parameters"]["ObjectType"];
                /** @description Number of the page. The table says that it begins with 0; the sample sends 1. */
                pageIndex?: components["parameters"]["PageIndex"];
                /** @description How many jobs a page has; 10 when it is not sent. */
                pageSize?: components["parameters"]["PageSize"];
                /** @description Beginning of the range, in UTC. The example is a date without time. Whether the range is about start or finish, and whether its bounds belong to it, is not documented. */
                startTime?: components["parameters"]["StartTime"];
            };
            header?: never;
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
                    "application/json": components["schemas"]["FormerJobList"];
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
    getBackupFrequency: {
        parameters: {
            query?: {
                /** @description Part of a Multi-Geo tenant. Without it the list's page says all locations and the detail's page the central one. With it, a tenant without Multi-Geo gets an empty list and no error, according to the documentation. */
                location?: components["parameters"]["Location"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The frequencies. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupFrequencyAnswer"];
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
    getRetentionPolicy: {
        parameters: {
            query?: {
                /** @description Part of a Multi-Geo tenant. Without it the list's page says all locations and the detail's page the central one. With it, a tenant without Multi-Geo gets an empty list and no error, according to the documentation. */
                location?: components["parameters"]["Location"];
            };
            header?: never;
            path?: never;
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
                    "application/json": components["schemas"]["RetentionPolicyAnswer"];
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
    requestToken: {
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
            /** @description The token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenAnswer"];
                };
            };
            400: components["responses"]["TokenRefused"];
            401: components["responses"]["TokenRefused"];
            default: components["responses"]["TokenRefused"];
        };
    };
}
