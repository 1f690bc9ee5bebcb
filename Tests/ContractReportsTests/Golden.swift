/// What the reports on `VerificationResult.sample` look like.
enum Golden {
  /// The JUnit XML.
  static let junit = #"""
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites>
      <testsuite package="" id="0" name="web-shop.order-service" hostname="ci-7" timestamp="2026-01-31T12:00:00" tests="5" failures="1" errors="1" skipped="2" time="0.009">
        <properties>
          <property name="seed" value="42"/>
          <property name="provider.version" value="2.0.0"/>
          <property name="provider.branch" value="main"/>
        </properties>
        <testcase classname="web-shop.order-service" name="a request for order 42" time="0.002"/>
        <testcase classname="web-shop.order-service" name="a request for order 7" time="0.003">
          <failure message="Expected status '200' but was '500' (and 1 more)" type="mismatch">Expected status '200' but was '500' (and 1 more)

    status: Expected status '200' but was '500'
      expected: 200
      actual:   500
      at contracts/web-shop-order-service.json:14

    body $.id: Expected '8' (String) to be an integer
      expected: 7
      actual:   "8"
      at contracts/web-shop-order-service.json:31

    hint: the provider failed: its log may say why

    hint: the provider sends $.id as a text: it must have no quotes in JSON

    contract: contracts/web-shop-order-service.json:12

    test: OrderClientContract.shows()

    curl -sS -X GET 'http://127.0.0.1:8080/orders/7'
    </failure>
        </testcase>
        <testcase classname="web-shop.order-service" name="a request for order 9" time="0.002">
          <error message="nothing listens on 127.0.0.1:8080" type="error">nothing listens on 127.0.0.1:8080

    contract: contracts/web-shop-order-service.json:60
    </error>
        </testcase>
        <testcase classname="web-shop.order-service" name="a new order" time="0.002">
          <skipped message="pending: Expected header 'Location' but it was missing">pending: Expected header 'Location' but it was missing

    header Location: Expected header 'Location' but it was missing
      expected: /orders/1
    </skipped>
        </testcase>
        <testcase classname="web-shop.order-service" name="a deleted order" time="0.002">
          <skipped message="interrupted">interrupted
    </skipped>
        </testcase>
        <system-out/>
        <system-err/>
      </testsuite>
      <testsuite package="" id="1" name="mailer.order-service" hostname="ci-7" timestamp="2026-01-31T12:00:00" tests="1" failures="0" errors="0" skipped="0" time="0.002">
        <properties>
          <property name="seed.2" value="42"/>
          <property name="provider.version.2" value="2.0.0"/>
          <property name="provider.branch.2" value="main"/>
        </properties>
        <testcase classname="mailer.order-service" name="an order is paid" time="0.002"/>
        <system-out/>
        <system-err/>
      </testsuite>
    </testsuites>

    """#

  /// The JSON of its first two interactions.
  static let json = #"""
    {
      "version": 1,
      "seed": 42,
      "startedAt": "2026-01-31T12:00:00Z",
      "provider": {
        "name": "order-service",
        "version": "2.0.0",
        "branch": "main"
      },
      "summary": {
        "total": 2,
        "passed": 1,
        "failed": 1,
        "pending": 0,
        "errors": 0,
        "skipped": 0,
        "durationMs": 12.4
      },
      "results": [
        {
          "consumer": "web-shop",
          "provider": "order-service",
          "description": "a request for order 42",
          "providerStates": [
            "order 42 exists"
          ],
          "key": null,
          "kind": "http",
          "status": "passed",
          "durationMs": 1.5,
          "location": null,
          "mismatches": [],
          "error": null,
          "comments": [],
          "testName": null,
          "timings": null,
          "reproduce": null,
          "tries": 1,
          "latency": null
        },
        {
          "consumer": "web-shop",
          "provider": "order-service",
          "description": "a request for order 7",
          "providerStates": [
            "order 7 exists",
            "it is paid"
          ],
          "key": "order7",
          "kind": "http",
          "status": "failed",
          "durationMs": 3.1,
          "location": {
            "file": "contracts/web-shop-order-service.json",
            "line": 12
          },
          "mismatches": [
            {
              "type": "status",
              "path": "",
              "expected": "200",
              "actual": "500",
              "message": "Expected status '200' but was '500'",
              "rule": null,
              "location": {
                "file": "contracts/web-shop-order-service.json",
                "line": 14
              }
            },
            {
              "type": "body",
              "path": "$.id",
              "expected": "7",
              "actual": "\"8\"",
              "message": "Expected '8' (String) to be an integer",
              "rule": "integer",
              "location": {
                "file": "contracts/web-shop-order-service.json",
                "line": 31
              }
            }
          ],
          "error": null,
          "comments": [
            "Sums are in cents."
          ],
          "testName": "OrderClientContract.shows()",
          "timings": {
            "dnsMs": 0,
            "connectMs": 0.1,
            "tlsMs": 0,
            "firstByteMs": 0.8,
            "totalMs": 0.9
          },
          "reproduce": "curl -sS -X GET 'http://127.0.0.1:8080/orders/7'",
          "tries": 1,
          "latency": null
        }
      ],
      "warnings": [
        "no --state-url for provider state \"order 7 exists\""
      ],
      "providerOutput": null
    }

    """#

  /// The text without colours.
  static let text = #"""
    web-shop → order-service
      ✓ a request for order 42 (given order 42 exists)
      ✗ a request for order 7 (given order 7 exists, it is paid)
          status: Expected status '200' but was '500'
            at contracts/web-shop-order-service.json:14
          body $.id: Expected '8' (String) to be an integer
            expected: 7
            actual:   "8"
            at contracts/web-shop-order-service.json:31
          hint: the provider failed: its log may say why
          hint: the provider sends $.id as a text: it must have no quotes in JSON
          test: OrderClientContract.shows()
          comment: Sums are in cents.
          curl -sS -X GET 'http://127.0.0.1:8080/orders/7'
      ✗ a request for order 9 [error]
          nothing listens on 127.0.0.1:8080
          at contracts/web-shop-order-service.json:60
      ! a new order [pending]
          header Location: Expected header 'Location' but it was missing
            expected: /orders/1
      – a deleted order [skipped]
          interrupted

    mailer → order-service
      ✓ an order is paid

    warning: no --state-url for provider state "order 7 exists"

    6 interactions: 2 passed, 1 failed, 1 error, 1 pending, 1 skipped in 12 ms

    """#
}
