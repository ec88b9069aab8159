/** A request of a script. */
export interface HttpRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: { readonly [name: string]: readonly string[] };
  readonly body: string;
  readonly insecure: boolean;
  readonly proxy: boolean;
  /** 0: the transport's own. */
  readonly timeoutMilliseconds: number;
}

/** The answer to a request of a script. */
export interface HttpResponse {
  readonly status: number;
  readonly reason?: string;
  readonly headers?: { readonly [name: string]: string | readonly string[] };
  readonly body: string;
}

/** Synchronous, as the server's is for scripts. It throws where no answer came; the text reaches the script. */
export type HttpFunction = (request: HttpRequest) => HttpResponse;
