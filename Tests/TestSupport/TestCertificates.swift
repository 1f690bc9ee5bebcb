import Foundation

/// Certificates and keys of the tests, in PEM form; they hold from 2024 to 2124 and guard nothing.
package enum TestCertificates {
  /// The authority of the certificates below.
  package static let authority = """
    -----BEGIN CERTIFICATE-----
    MIIBlDCCATqgAwIBAgIUCJ4NydGH/W+sV1HRxj5CYL+KqVUwCgYIKoZIzj0EAwIw
    JzElMCMGA1UEAwwcQ291bnRlcnBhcnQgdGVzdHM6IGF1dGhvcml0eTAgFw0yNDAx
    MDEwMDAwMDBaGA8yMTI0MDEwMTAwMDAwMFowJzElMCMGA1UEAwwcQ291bnRlcnBh
    cnQgdGVzdHM6IGF1dGhvcml0eTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABBGQ
    A5tq9+CQwf3nvBhlDav8eaA0WwaX2FqLpO36Mhh6ZhJsWj/4aDRMUQTfQPEt2veR
    MiKMHmo5Pw9Ow2qoYSyjQjBAMA8GA1UdEwEB/wQFMAMBAf8wDgYDVR0PAQH/BAQD
    AgIEMB0GA1UdDgQWBBTuC/I3W9E+trk4xxPTHZgzRhLvHjAKBggqhkjOPQQDAgNI
    ADBFAiBAC2woJki4DoSfI7S5mfMgnEBox0n1HCy0QBjiN45RSAIhAJnQ8OJBAu5Z
    lZ0fEvfKoUhBiH3vrCEtmEWD/AXmbEUe
    -----END CERTIFICATE-----

    """

  /// A server's: localhost, 127.0.0.1 and ::1.
  package static let server = """
    -----BEGIN CERTIFICATE-----
    MIIB9TCCAZqgAwIBAgIURgnhetIz8Q/grSNKlqOGZeKWp80wCgYIKoZIzj0EAwIw
    JzElMCMGA1UEAwwcQ291bnRlcnBhcnQgdGVzdHM6IGF1dGhvcml0eTAgFw0yNDAx
    MDEwMDAwMDBaGA8yMTI0MDEwMTAwMDAwMFowJDEiMCAGA1UEAwwZQ291bnRlcnBh
    cnQgdGVzdHM6IHNlcnZlcjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABP8l7S0m
    7KVomJz09OGEscWV9FkbhxSCokudDFyRAcWOJtD6rkifR6wF5J5uMUcmZ29n7lXB
    wbwVAe+9icHNqnmjgaQwgaEwDAYDVR0TAQH/BAIwADAOBgNVHQ8BAf8EBAMCB4Aw
    EwYDVR0lBAwwCgYIKwYBBQUHAwEwLAYDVR0RBCUwI4IJbG9jYWxob3N0hwR/AAAB
    hxAAAAAAAAAAAAAAAAAAAAABMB8GA1UdIwQYMBaAFO4L8jdb0T62uTjHE9MdmDNG
    Eu8eMB0GA1UdDgQWBBRV1bu71PABS2Dcr40cJukQg+BhQDAKBggqhkjOPQQDAgNJ
    ADBGAiEA+mZd0E/o6xutGEl1p3zWL6R46qNF4tXpO/T5HHf/NEMCIQDvyhFpR91F
    F4btwHF0/grWHkajw6duCaqyveIoZlmYyw==
    -----END CERTIFICATE-----

    """

  /// The key of ``server``.
  package static let serverKey = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgRfIc2HYxFjcekLal
    x+/TP3Ctg7b0vxxaD+eC9BgHX02hRANCAAT/Je0tJuylaJic9PThhLHFlfRZG4cU
    gqJLnQxckQHFjibQ+q5In0esBeSebjFHJmdvZ+5VwcG8FQHvvYnBzap5
    -----END PRIVATE KEY-----

    """

  /// The same key, encrypted.
  package static let encryptedServerKey = """
    -----BEGIN ENCRYPTED PRIVATE KEY-----
    MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjIVKCT46v2pAICCAAw
    DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEN/Ufw1oQ37XBxjaWkVdZQ0EgZB8
    ObTaVzmHa+V7uMWPC8Nk6pyODyKI/tcRLgbQCJBCjG4UepBM4uTBXTRx7CFf8xVC
    K8txmtmBFnNskInnFqWj9/foBOo7mrTsS1kP7efDeuRQ9Z0rEtkpk1DRYetLFKJw
    gcNiEMK1VILC6JT68byvOtrU9HASM4ygd7ln/Nxrfu+8lulVqIENs9ipQLAnKuY=
    -----END ENCRYPTED PRIVATE KEY-----

    """

  /// A client's.
  package static let client = """
    -----BEGIN CERTIFICATE-----
    MIIBwzCCAWqgAwIBAgIUDCMURR10wX50JZ1DqM/vhSKmmeIwCgYIKoZIzj0EAwIw
    JzElMCMGA1UEAwwcQ291bnRlcnBhcnQgdGVzdHM6IGF1dGhvcml0eTAgFw0yNDAx
    MDEwMDAwMDBaGA8yMTI0MDEwMTAwMDAwMFowJDEiMCAGA1UEAwwZQ291bnRlcnBh
    cnQgdGVzdHM6IGNsaWVudDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNdRL+Cp
    HxuOgCBz6CO1lLBBTaWD2nr2sxzUitklaaDi64AipkUo5qnQu1V+yW6bxqGAPo9q
    NoOb0fAwOCm4wgWjdTBzMAwGA1UdEwEB/wQCMAAwDgYDVR0PAQH/BAQDAgeAMBMG
    A1UdJQQMMAoGCCsGAQUFBwMCMB8GA1UdIwQYMBaAFO4L8jdb0T62uTjHE9MdmDNG
    Eu8eMB0GA1UdDgQWBBQGNBoD6nsFyT8vAtCL0rLcMuyewDAKBggqhkjOPQQDAgNH
    ADBEAiAlJnrouBBnaCzJObJqsd26NpLsUq1qreBK93lf+knK9gIgJTGCDb3bc6Tw
    +vNbAG+5HwQXKSXtnXv9fFlwxDM4GFk=
    -----END CERTIFICATE-----

    """

  /// The key of ``client``.
  package static let clientKey = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgwhRUVdrGmKzXU1K+
    lEcAzd3gCi0I+nUXJBLagsUUihyhRANCAATXUS/gqR8bjoAgc+gjtZSwQU2lg9p6
    9rMc1IrZJWmg4uuAIqZFKOap0LtVfslum8ahgD6PajaDm9HwMDgpuMIF
    -----END PRIVATE KEY-----

    """

  /// A client's that nobody vouches for.
  package static let stranger = """
    -----BEGIN CERTIFICATE-----
    MIIBpDCCAUqgAwIBAgIUJISTxxD5II91wew5EYNzMFWdzVswCgYIKoZIzj0EAwIw
    JjEkMCIGA1UEAwwbQ291bnRlcnBhcnQgdGVzdHM6IHN0cmFuZ2VyMCAXDTI0MDEw
    MTAwMDAwMFoYDzIxMjQwMTAxMDAwMDAwWjAmMSQwIgYDVQQDDBtDb3VudGVycGFy
    dCB0ZXN0czogc3RyYW5nZXIwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATk0+Cf
    5MGkRM5D5aQbqKUljmDzF7zccHV4r1iZPF/GIYtXIYxejY3wcqPq16i9QzhewbfR
    BMsG+TFRbqLSKcRHo1QwUjAMBgNVHRMBAf8EAjAAMA4GA1UdDwEB/wQEAwIHgDAT
    BgNVHSUEDDAKBggrBgEFBQcDAjAdBgNVHQ4EFgQUXuMO2F7xZUreLsk3K9Mla8gb
    hwMwCgYIKoZIzj0EAwIDSAAwRQIhAJm7E+KhmQun7hVKS22wexQGAylR2p2LaGi+
    Boz5VxmyAiBeMoF+zZfxrerhHVn60PVDdi6FQsdDxxx6DdEAByw/Iw==
    -----END CERTIFICATE-----

    """

  /// The key of ``stranger``.
  package static let strangerKey = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgbQEAbzFnkmlFL39S
    UDcNNj6TRqUknCogrF5rfwfnFJyhRANCAATk0+Cf5MGkRM5D5aQbqKUljmDzF7zc
    cHV4r1iZPF/GIYtXIYxejY3wcqPq16i9QzhewbfRBMsG+TFRbqLSKcRH
    -----END PRIVATE KEY-----

    """

  /// All of them by the names of files, and some that are no good.
  package static let files: [String: String] = [
    "authority.pem": authority, "server.pem": server, "server.key": serverKey,
    "encrypted.key": encryptedServerKey, "client.pem": client, "client.key": clientKey,
    "stranger.pem": stranger, "stranger.key": strangerKey, "empty": "",
    "cut.pem": "\n" + server.prefix(300),
    "broken.pem": server + server.replacingOccurrences(of: "MII", with: "MIA"),
  ]
}
