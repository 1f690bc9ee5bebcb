extension Golden {
  /// The Markdown.
  static let markdown = #"""
    ### ✗ Contracts of <code>order-service</code>

    6 interactions: 2 passed, 1 failed, 1 error, 1 pending, 1 skipped in 12 ms, version <code>2.0.0</code>, branch <code>main</code>, seed 42

    - warning: <code>no --state-url for provider state "order 7 exists"</code>

    | | interaction | contract | why |
    |---|---|---|---|
    | ✗ failed | <code>a request for order 7 (given order 7 exists, it is paid)</code> | <code>web-shop → order-service</code> | <code>Expected status '200' but was '500'</code> and 1 more |
    | ✗ error | <code>a request for order 9</code> | <code>web-shop → order-service</code> | <code>nothing listens on 127.0.0.1&#58;8080</code> |
    | ! pending | <code>a new order</code> | <code>web-shop → order-service</code> | <code>Expected header 'Location' but it was missing</code> |
    | – skipped | <code>a deleted order</code> | <code>web-shop → order-service</code> | <code>interrupted</code> |

    <details>
    <summary>✗ <code>a request for order 7 (given order 7 exists, it is paid)</code></summary>

    - <code>status</code>: <code>Expected status '200' but was '500'</code> at <code>contracts/web-shop-order-service.json&#58;14</code>

    ```diff
    - 200
    + 500
    ```

    - <code>body &#36;.id</code>: <code>Expected '8' (String) to be an integer</code> at <code>contracts/web-shop-order-service.json&#58;31</code>

    ```diff
    - 7
    + "8"
    ```

    Hint: <code>the provider failed&#58; its log may say why</code>

    Hint: <code>the provider sends &#36;.id as a text&#58; it must have no quotes in JSON</code>

    Contract: <code>contracts/web-shop-order-service.json&#58;12</code>

    Test: <code>OrderClientContract.shows()</code>

    Comment: <code>Sums are in cents.</code>

    ```sh
    curl -sS -X GET 'http://127.0.0.1:8080/orders/7'
    ```

    </details>

    <details>
    <summary>✗ <code>a request for order 9</code></summary>

    - <code>nothing listens on 127.0.0.1&#58;8080</code>

    Contract: <code>contracts/web-shop-order-service.json&#58;60</code>

    </details>

    <details>
    <summary>! <code>a new order</code></summary>

    - <code>header Location</code>: <code>Expected header 'Location' but it was missing</code>

    ```diff
    - /orders/1
    ```

    </details>

    <details>
    <summary>– <code>a deleted order</code></summary>

    - <code>interrupted</code>

    </details>

    """#
}
