extension Golden {
  /// The text about bodies that differ, without colours.
  static let diffs = #"""
    web-shop → order-service
      ✗ a request for order 7
          body $: Expected a List with 2 elements but received 3 elements
              …
                  "quantity": 2
                },
            +   {
            +     "sku": "C-3",
            +     "quantity": 4
            +   },
                {
                  "sku": "B-2",
              …
            at contracts/web-shop-order-service.json:31
          body $: Actual map is missing the following keys: name
              {
                "id": 7,
            -   "name": "Ada",
                "tags": []
              }
            at contracts/web-shop-order-service.json:31
          body $: Expected 'a' (String) to be an integer
            expected: 7
            actual:   "a"
            at contracts/web-shop-order-service.json:31
          body $: Expected the body to be equal
              <order>
            -   <id>7</id>
            +   <id>8</id>
                <paid/>
              </order>
            at contracts/web-shop-order-service.json:31
          body $: Expected the body to be equal
            - Order 7 was paid on the first of May, with many thanks to you
            + Order 7 was paid on the last of April, with many thanks to \u001B[1myou
                                      ^
            at contracts/web-shop-order-service.json:31
          body $: Expected a body but it was missing
            expected: {"id":7}
            at contracts/web-shop-order-service.json:31

    1 interaction: 1 failed in 0 ms

    """#
}
