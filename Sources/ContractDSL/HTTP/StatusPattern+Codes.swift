extension StatusPattern {
  /// 200: the request succeeded.
  public static let ok: StatusPattern = 200
  /// 201: a resource was made.
  public static let created: StatusPattern = 201
  /// 202: the request will be worked on later.
  public static let accepted: StatusPattern = 202
  /// 204: the request succeeded, and there is no body.
  public static let noContent: StatusPattern = 204
  /// 301: the resource is elsewhere for good.
  public static let movedPermanently: StatusPattern = 301
  /// 302: the resource is elsewhere for now.
  public static let found: StatusPattern = 302
  /// 303: the answer is elsewhere.
  public static let seeOther: StatusPattern = 303
  /// 304: the client has this version already.
  public static let notModified: StatusPattern = 304
  /// 307: the resource is elsewhere for now, for the same method.
  public static let temporaryRedirect: StatusPattern = 307
  /// 308: the resource is elsewhere for good, for the same method.
  public static let permanentRedirect: StatusPattern = 308
  /// 400: the request makes no sense.
  public static let badRequest: StatusPattern = 400
  /// 401: the client did not prove who it is.
  public static let unauthorized: StatusPattern = 401
  /// 403: the client may not do this.
  public static let forbidden: StatusPattern = 403
  /// 404: there is no such resource.
  public static let notFound: StatusPattern = 404
  /// 405: the resource has no such method.
  public static let methodNotAllowed: StatusPattern = 405
  /// 406: there is no form of the resource that the client reads.
  public static let notAcceptable: StatusPattern = 406
  /// 409: the resource is in another state.
  public static let conflict: StatusPattern = 409
  /// 410: there is no such resource any more.
  public static let gone: StatusPattern = 410
  /// 412: the resource has another version.
  public static let preconditionFailed: StatusPattern = 412
  /// 415: the body has a media type that the provider does not read.
  public static let unsupportedMediaType: StatusPattern = 415
  /// 422: the content of the body cannot be right.
  public static let unprocessableContent: StatusPattern = 422
  /// 429: the client asks too often.
  public static let tooManyRequests: StatusPattern = 429
  /// 500: the provider failed.
  public static let internalServerError: StatusPattern = 500
  /// 502: a server behind the provider answered wrongly.
  public static let badGateway: StatusPattern = 502
  /// 503: the provider cannot answer now.
  public static let serviceUnavailable: StatusPattern = 503
  /// 504: a server behind the provider did not answer in time.
  public static let gatewayTimeout: StatusPattern = 504
}
