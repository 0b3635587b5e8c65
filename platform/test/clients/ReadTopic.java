import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Apache Kafka's own client as somebody else's consumer: reads so many records of a topic in a group, prints each as a line
 * of JSON, and commits behind the last. `java -cp <Kafka's jars> ReadTopic.java brokers group topic records`
 */
public final class ReadTopic {
  public static void main(String[] arguments) throws Exception {
    int wanted = Integer.parseInt(arguments[3]);
    Properties settings = new Properties();
    settings.put("bootstrap.servers", arguments[0]);
    settings.put("group.id", arguments[1]);
    settings.put("auto.offset.reset", "earliest");
    settings.put("enable.auto.commit", "false");
    ObjectMapper json = new ObjectMapper();
    Map<TopicPartition, OffsetAndMetadata> behind = new HashMap<>();
    StringDeserializer text = new StringDeserializer();
    try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings, text, text)) {
      consumer.subscribe(List.of(arguments[2]));
      int read = 0;
      while (read < wanted) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(500))) {
          if (read == wanted) break;
          System.out.println(json.writeValueAsString(shown(record)));
          TopicPartition partition = new TopicPartition(record.topic(), record.partition());
          behind.put(partition, new OffsetAndMetadata(record.offset() + 1));
          read += 1;
        }
      }
      consumer.commitSync(behind);
    }
  }

  private static Map<String, Object> shown(ConsumerRecord<String, String> record) {
    List<String> headers = new ArrayList<>();
    for (Header header : record.headers()) {
      headers.add(header.key());
      headers.add(new String(header.value(), StandardCharsets.UTF_8));
    }
    // The same names as kcat's.
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("topic", record.topic());
    shown.put("partition", record.partition());
    shown.put("offset", record.offset());
    shown.put("headers", headers);
    shown.put("key", record.key());
    shown.put("payload", record.value());
    return shown;
  }
}
