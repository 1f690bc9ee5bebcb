extension RequestPattern {
  /// Creates a `GET` request.
  public static func get(
    _ path: TextPattern, query: TextPatterns? = nil, headers: HeaderPatterns = [:],
    body: BodyPattern? = nil
  ) -> RequestPattern {
    request("GET", path, query: query, headers: headers, body: body)
  }

  /// Creates a `HEAD` request.
  public static func head(
    _ path: TextPattern, query: TextPatterns? = nil, headers: HeaderPatterns = [:]
  ) -> RequestPattern {
    request("HEAD", path, query: query, headers: headers)
  }

  /// Creates a `POST` request.
  public static func post(
    _ path: TextPattern, query: TextPatterns? = nil, headers: HeaderPatterns = [:],
    body: BodyPattern? = nil
  ) -> RequestPattern {
    request("POST", path, query: query, headers: headers, body: body)
  }

  /// Creates a `PUT` request.
  public static func put(
    _ path: TextPattern, query: TextPatterns? = nil, headers: HeaderPatterns = [:],
    body: BodyPattern? = nil
  ) -> RequestPattern {
    request("PUT", path, query: query, headers: headers, body: body)
  }

  /// Creates a `PATCH` request.
  public static func patch(
    _ path: TextPattern, query: TextPatterns? = nil, headers: HeaderPatterns = [:],
    body: BodyPattern? = nil
  ) -> RequestPattern {
    request("PATCH", path, query: query, headers: headers, body: body)
  }

  /// Creates a `DELETE` request.
  public static func delete(
    _ path: TextPattern, query: TextPatterns? = nil, headers: HeaderPatterns = [:],
    body: BodyPattern? = nil
  ) -> RequestPattern {
    request("DELETE", path, query: query, headers: headers, body: body)
  }

  /// Creates an `OPTIONS` request.
  public static func options(
    _ path: TextPattern, query: TextPatterns? = nil, headers: HeaderPatterns = [:]
  ) -> RequestPattern {
    request("OPTIONS", path, query: query, headers: headers)
  }

  /// Creates a GraphQL query, sent by `POST`.
  ///
  /// - Parameters:
  ///   - query: the query; white space in it does not count.
  ///   - path: where the provider answers queries.
  ///   - operation: the name of the operation, where the query has several.
  ///   - variables: the variables as a JSON object.
  public static func graphQL(
    _ query: String, at path: TextPattern = "/graphql", operation: String? = nil,
    variables: JSONPattern? = nil, headers: HeaderPatterns = [:]
  ) -> RequestPattern {
    post(
      path, headers: headers,
      body: .graphQL(query, operation: operation, variables: variables))
  }
}
