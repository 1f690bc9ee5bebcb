import static com.github.tomakehurst.wiremock.client.WireMock.*;

import com.github.tomakehurst.wiremock.client.VerificationException;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.recording.RecordingStatus;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Drives a mock with the client in WireMock's own jar; scripts/wiremock-client runs it. */
public class WireMockClient {
  private static int port;

  private static HttpResponse<String> ask(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static void check(boolean holds, String what) {
    if (!holds) throw new AssertionError(what);
  }

  public static void main(String[] arguments) throws Exception {
    port = Integer.parseInt(arguments[0]);
    configureFor("localhost", port);
    stubs();
    verification();
    scenarios();
    changes();
    recordings("http://" + arguments[1]);
    resetToDefault();
    check(listAllStubMappings().getMappings().isEmpty(), "a reset removes stubs");
    shutdownServer();
  }

  private static void stubs() throws Exception {
    stubFor(
        WireMock.get(urlEqualTo("/x"))
            .withHeader("Accept", absent())
            .willReturn(aResponse().withStatus(201).withBody("hi").withHeader("X-A", "b")));
    HttpResponse<String> response = ask("/x");
    check(response.statusCode() == 201 && response.body().equals("hi"), "a stub answers");
  }

  private static void verification() throws Exception {
    verify(1, getRequestedFor(urlEqualTo("/x")));
    try {
      verify(1, getRequestedFor(urlEqualTo("/y")));
      check(false, "a verification fails");
    } catch (VerificationException expected) {
      // as it should
    }
    ask("/nope");
    check(findUnmatchedRequests().size() == 1, "an unmatched request is found");
    check(!findNearMissesForAllUnmatched().isEmpty(), "near misses are found");
    check(getAllServeEvents().size() == 2, "the journal has all requests");
    check(getAllServeEvents().get(1).getStubMapping() != null, "the journal tells the stub");
    resetAllRequests();
    check(findAll(anyRequestedFor(anyUrl())).isEmpty(), "the journal is reset");
  }

  private static void scenarios() throws Exception {
    stubFor(
        WireMock.get("/s").inScenario("S").whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("2").willReturn(ok("one")));
    stubFor(WireMock.get("/s").inScenario("S").whenScenarioStateIs("2").willReturn(ok("two")));
    check(ask("/s").body().equals("one") && ask("/s").body().equals("two"), "a scenario goes on");
    check(getAllScenarios().size() == 1, "scenarios are listed");
    resetAllScenarios();
    check(ask("/s").body().equals("one"), "a scenario is reset");
  }

  private static void recordings(String target) throws Exception {
    setGlobalFixedDelay(0);
    resetToDefault();
    stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().proxiedFrom(target)));
    String first = ask("/snap").body();
    check(first.startsWith("/snap "), "a stub passes requests on");
    check(snapshotRecord().size() == 1, "a snapshot makes stubs");
    check(ask("/snap").body().equals(first), "the stub of a snapshot answers");
    resetToDefault();
    startRecording(recordSpec().forTarget(target).captureHeader("Accept").makeStubsPersistent(false));
    check(getRecordingStatus().getStatus() == RecordingStatus.Recording, "a recording goes on");
    String one = ask("/rec").body();
    String two = ask("/rec").body();
    check(!one.equals(two), "the service answers");
    check(stopRecording().getStubMappings().size() == 2, "a recording makes stubs");
    check(getRecordingStatus().getStatus() == RecordingStatus.Stopped, "a recording ends");
    check(ask("/rec").body().equals(one) && ask("/rec").body().equals(two), "they play in turn");
  }

  private static void changes() throws Exception {
    var stub = stubFor(any(anyUrl()).atPriority(9).willReturn(jsonResponse("{\"a\":1}", 200)));
    check(ask("/z").body().equals("{\"a\":1}"), "a stub of low priority answers");
    editStub(any(anyUrl()).withId(stub.getId()).atPriority(9).willReturn(ok("changed")));
    check(ask("/z").body().equals("changed"), "a stub is changed");
    removeStub(stub);
    check(ask("/z").statusCode() == 404, "a stub is removed");
    setGlobalFixedDelay(10);
    saveAllMappings();
  }
}
