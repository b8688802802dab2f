package org.libvirtspm.kubevirt;

import com.google.protobuf.ByteString;
import io.grpc.BindableService;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.libvirtspm.kubevirt.proto.DomainHookServiceGrpc;
import org.libvirtspm.kubevirt.proto.GuestDefinitionRequest;
import org.libvirtspm.kubevirt.proto.GuestDefinitionResponse;
import org.libvirtspm.kubevirt.proto.LauncherHookServiceGrpc;
import org.libvirtspm.kubevirt.proto.MutateDomainRequest;
import org.libvirtspm.kubevirt.proto.MutateDomainResponse;

/** Serves the calls under the service names of each KubeVirt version, and logs them. */
final class HookCalls {

  private final DomainHook hook;
  private final Log log;

  HookCalls(DomainHook hook, Log log) {
    this.hook = hook;
    this.log = log;
  }

  /** Returns a service for each name. */
  List<BindableService> services() {
    return List.of(new Kubevirt19(), new Kubevirt110());
  }

  private final class Kubevirt19 extends DomainHookServiceGrpc.DomainHookServiceImplBase {

    @Override
    public void mutateDomain(
        MutateDomainRequest request, StreamObserver<MutateDomainResponse> observer) {
      answer(
          new Call(
              "MutateDomain",
              request.getDomainType(),
              request.getDomain(),
              request.getVmi(),
              request.getSidecarContext().getInvocationContext()),
          xml -> MutateDomainResponse.newBuilder().setDomain(xml).build(),
          observer);
    }
  }

  private final class Kubevirt110 extends LauncherHookServiceGrpc.LauncherHookServiceImplBase {

    @Override
    public void guestDefinition(
        GuestDefinitionRequest request, StreamObserver<GuestDefinitionResponse> observer) {
      answer(
          new Call(
              "GuestDefinition",
              request.getDomainType(),
              request.getDomain(),
              request.getVmi(),
              request.getSidecarContext().getInvocationContext()),
          xml -> GuestDefinitionResponse.newBuilder().setDomain(xml).build(),
          observer);
    }
  }

  private <R> void answer(Call call, Function<ByteString, R> response, StreamObserver<R> observer) {
    long start = System.nanoTime();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("method", call.method());
    fields.put("context", call.context());
    // Without a cancel handler, answering a cancelled call throws.
    ((ServerCallStreamObserver<R>) observer)
        .setOnCancelHandler(() -> log.warning("cancelled", fields));
    DomainHook.Answer answer;
    try {
      answer = hook.answer(call, fields);
    } catch (RefusalException e) {
      refuse(e.code().toStatus().withDescription(e.getMessage()), "refused", fields, observer);
      return;
    } catch (RuntimeException | Error e) {
      // Any failure refuses this VM only; the server goes on.
      refuse(
          Status.INTERNAL.withDescription("this is a bug of libvirt-spm: " + e),
          "failed",
          fields,
          observer);
      return;
    }
    if (answer.warning() != null) {
      Map<String, Object> warning = new LinkedHashMap<>(fields);
      warning.put("message", answer.warning());
      log.warning("migration", warning);
    }
    fields.put("milliseconds", (System.nanoTime() - start) / 1_000_000);
    log.info(answer.event(), fields);
    observer.onNext(response.apply(answer.domain()));
    observer.onCompleted();
  }

  private void refuse(
      Status status, String event, Map<String, Object> fields, StreamObserver<?> observer) {
    fields.put("code", status.getCode());
    fields.put("message", status.getDescription());
    log.error(event, fields);
    observer.onError(status.asRuntimeException());
  }
}
