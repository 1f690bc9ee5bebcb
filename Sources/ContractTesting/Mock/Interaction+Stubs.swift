public import ContractDSL

extension Interaction {
  /// Creates a stub: a `GET` request and its response, named after the request.
  ///
  /// - Parameters:
  ///   - fileID: the module and the file that a failure is told of.
  ///   - line: the line that a failure is told of.
  public static func get(
    _ path: TextPattern, query: TextPatterns? = nil, headers: HeaderPatterns = [:],
    returning response: ResponsePattern, fileID: String = #fileID, line: Int = #line
  ) -> Interaction {
    .on(
      .get(path, query: query, headers: headers), returning: response, fileID: fileID, line: line)
  }

  /// Creates a stub: a `POST` request and its response, named after the request.
  ///
  /// - Parameters:
  ///   - fileID: the module and the file that a failure is told of.
  ///   - line: the line that a failure is told of.
  public static func post(
    _ path: TextPattern, query: TextPatterns? = nil, headers: HeaderPatterns = [:],
    body: BodyPattern? = nil, returning response: ResponsePattern, fileID: String = #fileID,
    line: Int = #line
  ) -> Interaction {
    .on(
      .post(path, query: query, headers: headers, body: body), returning: response, fileID: fileID,
      line: line)
  }

  /// Creates a stub: a `PUT` request and its response, named after the request.
  ///
  /// - Parameters:
  ///   - fileID: the module and the file that a failure is told of.
  ///   - line: the line that a failure is told of.
  public static func put(
    _ path: TextPattern, query: TextPatterns? = nil, headers: HeaderPatterns = [:],
    body: BodyPattern? = nil, returning response: ResponsePattern, fileID: String = #fileID,
    line: Int = #line
  ) -> Interaction {
    .on(
      .put(path, query: query, headers: headers, body: body), returning: response, fileID: fileID,
      line: line)
  }

  /// Creates a stub: a `DELETE` request and its response, named after the request.
  ///
  /// - Parameters:
  ///   - fileID: the module and the file that a failure is told of.
  ///   - line: the line that a failure is told of.
  public static func delete(
    _ path: TextPattern, query: TextPatterns? = nil, headers: HeaderPatterns = [:],
    returning response: ResponsePattern, fileID: String = #fileID, line: Int = #line
  ) -> Interaction {
    .on(
      .delete(path, query: query, headers: headers), returning: response, fileID: fileID,
      line: line)
  }

  /// Creates a stub: any request and its response, named after the request.
  ///
  /// - Parameters:
  ///   - fileID: the module and the file that a failure is told of.
  ///   - line: the line that a failure is told of.
  public static func on(
    _ request: RequestPattern, returning response: ResponsePattern, fileID: String = #fileID,
    line: Int = #line
  ) -> Interaction {
    var stub = Interaction(
      "a stub", request: request, response: response, fileID: fileID, line: line)
    if case .http(let request, _) = stub.content {
      stub.description = "\(request.method) \(request.path) (line \(line))"
    }
    return stub
  }
}
