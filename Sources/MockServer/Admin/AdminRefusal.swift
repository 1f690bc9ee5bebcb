package import ContractModel
import ContractStore
import JSONText
import StubModel

/// Why a call of the admin API cannot be done, in the words of WireMock's errors.
package struct AdminRefusal: Error, Sendable, Hashable {
  /// The status of the answer.
  package var status: Int
  /// What is wrong, and what to do.
  package var message: String
  /// The place in the body, as a JSON pointer.
  package var pointer: String?
  /// The line and column in the body.
  package var position: String?

  /// Creates a refusal.
  package init(_ status: Int, _ message: String, pointer: String? = nil) {
    self.status = status
    self.message = message
    self.pointer = pointer
  }

  /// Refuses a body for what a reader of files says of it.
  package init(_ diagnostic: Diagnostic) {
    self.init(422, diagnostic.message)
    position = diagnostic.position?.description
  }

  /// Refuses a stub mapping or a request pattern.
  init(_ problem: StubProblem) {
    self.init(422, problem.message, pointer: problem.pointer)
    position = problem.position.description
  }

  /// Tells that a file cannot be read or written.
  init(_ error: StoreError) {
    let statuses: [StoreError.Kind: Int] = [.missing: 404, .content: 422]
    self.init(statuses[error.kind] ?? 500, error.description)
  }

  /// The answer.
  var response: RenderedResponse {
    JSONReply.json(status) { writer in
      writer.object { writer in
        writer.key("errors")
        writer.array { writer in
          writer.object { writer in
            writer.member("code", status == 422 ? 10 : status)
            if let pointer {
              writer.key("source")
              writer.object { $0.member("pointer", pointer) }
            }
            writer.member("title", message)
            // WireMock's clients refuse an error with members that they do not know.
            if let position { writer.member("detail", "at \(position) of the body") }
          }
        }
      }
    }
  }
}
